#!/usr/bin/env bash
# Fills fuzz/corpus/TARGET with the pages of tests/saved that the target reads, and with the samples beside the project
# where they are.
set -euo pipefail
cd "$(dirname "$0")/.."
target=$1
shared=${PRESSMARK_SHARED:-../shared}
case $target in
    mhtml) endings='mht|mhtml' ;;
    webarchive) endings='webarchive' ;;
    warc) endings='warc|warc\.gz' ;;
    zip) endings='wacz|maff|htz|zip\.html' ;;
    json) endings='json' ;;
    *) endings='html?|html\.gz' ;;
esac
mkdir -p "fuzz/corpus/$target"
find tests/saved tests/found "$shared/samples" -regextype egrep -type f -regex ".*\.($endings)" -size -64k 2>/dev/null | while read -r file; do
    cp "$file" "fuzz/corpus/$target/$(sha1sum "$file" | cut -c1-16)"
done
