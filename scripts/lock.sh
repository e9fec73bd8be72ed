#!/bin/sh
# Write both lock files anew from pyproject.toml. Needs pip-tools (`pip install pip-tools`) and the network.
set -eu
options="--quiet --generate-hashes --strip-extras --allow-unsafe --no-header --no-annotate
    --no-emit-index-url --no-emit-find-links --no-emit-trusted-host"
pip-compile $options -o requirements.lock pyproject.toml
python -c 'import tomllib; print(*tomllib.load(open("pyproject.toml", "rb"))["dependency-groups"]["dev"], sep="\n")' |
    pip-compile $options -c requirements.lock -o requirements-dev.lock -
