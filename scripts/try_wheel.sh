#!/bin/sh
# Build the wheel, install it into an empty environment, and build a site with it in an empty folder: plugin and theme
# must both be found by name alone.
set -eu
tree=$(cd "$(dirname "$0")/.." && pwd)
try=$(mktemp -d)
trap 'rm -rf "$try"' EXIT
"$tree/.venv/bin/python" -m build --wheel --outdir "$try/dist" "$tree" >/dev/null
"$tree/.venv/bin/python" -m venv "$try/venv"
"$try/venv/bin/pip" install --quiet --disable-pip-version-check --require-hashes --no-deps -r "$tree/requirements.lock"
"$try/venv/bin/pip" install --quiet --disable-pip-version-check --no-deps "$try"/dist/*.whl
mkdir -p "$try/site/content" "$try/site/reports"
cd "$try/site"
cat > reports/herald.txt <<'REPORT'
Bridge at Lower Quill closes after flood

The bridge at Lower Quill was closed on 4 March 2024 after the river rose by two metres, the county engineer said.

Some 300 lorries a day must take the road by Corrinth until the bridge opens again.
REPORT
cat > reports/courier.txt <<'REPORT'
Flood closes Lower Quill bridge

The county engineer said the bridge at Lower Quill was closed on 4 March 2024 after the river rose by three metres.

About 300 lorries a day must take the road by Corrinth until the bridge opens again.
REPORT
cat > pelicanconf.py <<'CONF'
SITENAME = "Quill"
TIMEZONE = "UTC"
THEME = "newsprint"
SEEDS = "reports"
CONF
"$try/venv/bin/pelican" content --fatal errors --log-handler plain
test -s output/stories/*/index.html
test -s output/theme/style.css
grep -q 'data-source="herald"' output/stories/*/index.html
"$try/venv/bin/news-digest" check --seeds reports
echo "the wheel builds a site"
