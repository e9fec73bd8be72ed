"""`python -m live_preview`: preview the site of this folder."""

import sys

from .command import main

if __name__ == "__main__":
    sys.exit(main())
