#!/bin/sh
# Measures a sample anew: reports/samples/measure.sh NAME, e.g. epyc-2-cores. Linux; the host is called "sample" in it.
set -eu
cd "$(dirname "$0")/../.."
name=${1:?the name of a sample is missing}
./run.sh list backends >/dev/null
out=reports/out/sample-$(date -u +%Y%m%dT%H%M%SZ)
unshare --map-root-user --uts sh -c 'hostname sample && exec ./run.sh run --networks appendix1b,table8 --out "$1"' sh "$out"
rm -rf "reports/samples/$name"
mv "$out" "reports/samples/$name"
