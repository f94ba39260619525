#!/usr/bin/env bash
# The step of action.yml; its inputs are variables of the environment.
set -uo pipefail
run=$(cd "$(dirname "$0")/../../.." && pwd)/run.sh
scratch=$(mktemp -d "${RUNNER_TEMP:-/tmp}/guidelinebench-XXXXXX") || exit 3
summary=$scratch/comment.md
runs=()
[ -z "$RUNS" ] || runs=(--runs "$RUNS")

refuse() {
    echo "::error title=guidelinebench::$1"
    exit 3
}

case $CANNOT_TELL in
pass | fail) ;;
*) refuse "unknown value '$CANNOT_TELL': cannot-tell; allowed: pass, fail" ;;
esac

# Nothing is built while something is measured.
"$run" list backends || exit

code=0
case $MODE in
baseline)
    read -ra options <<<"$OPTIONS"
    mkdir -p "$(dirname "$BASELINE")" || refuse "cannot be written: $BASELINE; allowed: a file that can be written"
    "$run" run ${options[@]+"${options[@]}"} --no-report --out "$scratch/run" &&
        { cp "$scratch/run/results.json" "$BASELINE" || refuse "cannot be written: $BASELINE; allowed: a file that can be written"; } &&
        "$run" check --baseline "$BASELINE" --calibrate ${runs[@]+"${runs[@]}"} --threshold "$THRESHOLD" || code=$?
    ;;
check)
    "$run" check --baseline "$BASELINE" --threshold "$THRESHOLD" ${runs[@]+"${runs[@]}"} --format github --summary "$summary" || code=$?
    ;;
*) refuse "unknown value '$MODE': mode; allowed: check, baseline" ;;
esac

[ ! -f "$summary" ] || cat "$summary" >>"$GITHUB_STEP_SUMMARY"
# Only a verdict writes the summary; without one, what ended with 1 or 2 is not check.
case $code in
1 | 2) [ -s "$summary" ] || code=5 ;;
esac
printf '%s\n' "code=$code" "summary=$summary" >>"$GITHUB_OUTPUT"
[ "$code" -ne 2 ] || [ "$CANNOT_TELL" = fail ] || code=0
exit "$code"
