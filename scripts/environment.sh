#!/bin/sh
# Make the virtual environment and install a lock file into it, hashes checked.
# usage: environment.sh PYTHON LOCKFILE STAMP
set -eu
command -v "$1" >/dev/null 2>&1 || set -- python3 "$2" "$3"
"$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
    echo "News Digest needs Python 3.11 or newer; say which with: make html PYTHON=/path/to/python" >&2
    exit 1
}
[ -x .venv/bin/python ] || "$1" -m venv .venv
echo "installing $2"
.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r "$2"
# The plugins are read from the tree, so that an edit is seen at once.
.venv/bin/python - <<'PYTHON'
import pathlib, sysconfig
pathlib.Path(sysconfig.get_path("purelib"), "news_digest_tree.pth").write_text(f"{pathlib.Path('plugins').resolve()}\n")
PYTHON
# The command that a wheel installs, for this tree.
cat > .venv/bin/news-digest <<COMMAND
#!$(pwd)/.venv/bin/python
from news_digest.gather.command import main
raise SystemExit(main())
COMMAND
chmod +x .venv/bin/news-digest
touch "$3"
