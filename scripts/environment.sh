#!/bin/sh
# Make the virtual environment and install a lock file into it, hashes checked.
# usage: environment.sh PYTHON LOCKFILE STAMP     PYTHON may be empty: the first one that is new enough is taken then.
set -eu
lock=$2 stamp=$3

is_new_enough() {
    command -v "$1" >/dev/null 2>&1 && "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

find_python() {
    for name in python3.11 python3.12 python3.13 python3.14 python3 python; do
        ! is_new_enough $name || { echo $name && return; }
    done
}

give_up() {
    echo "$1" >&2
    exit 1
}

if [ ! -x .venv/bin/python ]; then
    python=${1:-$(find_python)}
    is_new_enough "$python" || give_up \
        "${1:+$1 will not do: }News Digest needs Python 3.11 or newer; name one that is: make html PYTHON=/path/to/python"
    "$python" -m venv --clear .venv || {
        rm -rf .venv
        give_up "$python cannot make a virtual environment; on Debian and Ubuntu the package python3-venv is missing"
    }
fi
echo "installing $lock"
.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r "$lock" ||
    give_up "$lock could not be installed; see the lines above: this needs the network, once"
# The plugins are read from the tree, so that an edit is seen at once, and from wherever the tree is moved.
.venv/bin/python - <<'PYTHON'
import os, pathlib, sysconfig
packages = pathlib.Path(sysconfig.get_path("purelib"))
packages.joinpath("news_digest_tree.pth").write_text(f"{os.path.relpath('plugins', packages)}\n")
PYTHON
# The command that a wheel installs, for this tree.
cat > .venv/bin/news-digest <<'COMMAND'
#!/bin/sh
exec "$(dirname "$0")/python" -c 'from news_digest.gather.command import main; raise SystemExit(main())' "$@"
COMMAND
chmod +x .venv/bin/news-digest
touch "$stamp"
