#!/bin/sh
# Fetch what scripts/check_pages.py holds the built pages to: page_tools.sh DIR
set -eu
npm install --silent --no-audit --no-fund --no-save --ignore-scripts --prefix "$1" \
  axe-core@4.14.1 html-validate@10.17.0 lighthouse@12.8.2 vnu-jar@26.9.27
