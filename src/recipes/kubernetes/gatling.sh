#!/bin/sh
# What the gatling-operator calls in its pods, answered by Assay.
#
#   gatling.sh -s SCENARIO -rf DIR …   one injector's share of the load; leaves one file in DIR, HOST.log
#   gatling.sh -rf DIR -ro NAME        one verdict over all of them in DIR/NAME, and its page there
#
#   ASSAY_TARGET, ASSAY_PROFILE, ASSAY_RATE, ASSAY_DURATION - as the options of `assay load`
#   ASSAY_INJECTORS - how many pods there are: the resource's parallelism
#   ASSAY_INJECTOR  - which of them this one is, from 1; without it, its place among the names of the job's pods
#   ASSAY           - the launcher
set -uf

ASSAY=${ASSAY:-/opt/assay/assay}
COULD_NOT_JUDGE=2

# Nothing was left to merge: the operator then marks this pod as failed.
die() {
  printf 'gatling.sh: %s\n' "$1" >&2
  exit "$COULD_NOT_JUDGE"
}

scenario='' results='' report=''
while [ $# -gt 0 ]; do
  case $1 in
  -s | --simulation) scenario=${2:-} ;;
  -rf | --results-folder) results=${2:-} ;;
  -ro | --reports-only) report=${2:-} ;;
  # Folders that Assay does not have, a mode that it has no other of, and texts for Gatling's report.
  -sf | -rsf | -bf | -rm | -rd | --simulations-folder | --resources-folder | --run-mode | --run-description) ;;
  -nr | --no-reports)
    shift
    continue
    ;;
  *) die "$1 is not understood." ;;
  esac
  [ $# -ge 2 ] || die "$1 lacks its value."
  shift 2
done
[ -n "$results" ] || die "-rf is missing: where results go."

work=$(mktemp -d) || die "a temporary folder cannot be made."
trap 'rm -rf "$work"' EXIT
trap 'exit 143' INT TERM HUP

# The operator's jobs do not number their pods. All of them are there before the first one begins.
injector() {
  if [ -n "${ASSAY_INJECTOR:-}" ]; then
    printf '%s\n' "$ASSAY_INJECTOR"
    return
  fi
  account=/var/run/secrets/kubernetes.io/serviceaccount
  job=${HOSTNAME%-*}
  # The token goes through standard input, so that no list of processes shows it.
  printf 'header = "Authorization: Bearer %s"\n' "$(cat "$account/token" 2>/dev/null)" |
    curl --silent --show-error --fail --config - --cacert "$account/ca.crt" \
      "https://kubernetes.default.svc/api/v1/namespaces/$(cat "$account/namespace" 2>/dev/null)/pods?labelSelector=job-name%3D$job" |
    tr ',{' '\n\n' | sed -n "s/^ *\"name\": *\"\($job-[a-z0-9]*\)\".*/\1/p" | LC_ALL=C sort -u |
    sed -n "/^$HOSTNAME\$/{
=
q
}"
}

send() {
  count=${ASSAY_INJECTORS:-1}
  HOSTNAME=${HOSTNAME:-$(hostname)}
  set -- load "$scenario" --target "${ASSAY_TARGET:-embedded}" --report "$work/run" --quiet
  if [ "$count" != 1 ]; then
    number=$(injector)
    [ -n "$number" ] || die "which of the $count injectors this is cannot be told: set ASSAY_INJECTOR, or let the service account list pods."
    set -- "$@" --injector "$number/$count"
  fi
  [ -z "${ASSAY_PROFILE:-}" ] || set -- "$@" --profile "$ASSAY_PROFILE"
  [ -z "${ASSAY_RATE:-}" ] || set -- "$@" --rate "$ASSAY_RATE"
  [ -z "${ASSAY_DURATION:-}" ] || set -- "$@" --duration "$ASSAY_DURATION"
  "$ASSAY" "$@" &
  assay=$!
  trap 'kill -TERM "$assay" 2>/dev/null; wait "$assay"; keep; exit 143' INT TERM HUP
  wait "$assay"
  # Met or missed is said of all injectors together; here it counts that there is something to merge.
  keep
}

# One file, because the operator takes a single one ending in .log from each pod.
keep() {
  [ -f "$work/run/load.json" ] || die "the load was not run."
  mkdir -p "$results" && tar -cf "$work/log" -C "$work/run" . && mv "$work/log" "$results/$HOSTNAME.log" ||
    die "$results cannot be written."
}

merge() {
  folder=$results/$report
  set --
  set +f
  for log in "$folder"/*.log; do
    [ -f "$log" ] || die "$folder holds no .log of any injector."
    run=$work/$(basename "$log" .log)
    mkdir "$run" && tar -xf "$log" -C "$run" || die "$log was not written by this script."
    set -- "$@" "$run"
  done
  set -f
  if [ $# = 1 ] && [ ! -f "$1/injector.json" ]; then
    cp -R "$1/." "$folder" || die "$folder cannot be written."
  else
    "$ASSAY" merge "$@" --report "$folder"
  fi
  # The verdict is on the page; the operator publishes no page of a reporter that fails.
  [ -f "$folder/index.html" ] || die "there is no page."
}

if [ -n "$report" ]; then
  merge
elif [ -n "$scenario" ]; then
  send
else
  die "neither -s nor -ro is given: nothing to do."
fi
