#!/usr/bin/env bash
# A Slurm of one node on this machine, for trying `soar grid run --engine slurm` and for its test.
#
#   tools/slurm-local.sh start DIR    installs what is missing (Debian's slurm-wlm and munge), starts
#                                     munged, slurmctld and slurmd with everything of theirs in DIR,
#                                     waits until the node is idle, and prints two lines:
#                                       SLURM_CONF=DIR/slurm.conf
#                                       PARTITION=local
#   tools/slurm-local.sh stop DIR     stops the three, and what they run
#
# Several may run side by side, each in its own DIR on its own ports. Needs root (slurmd and munged
# change users), and no cgroups: processes are tracked by /proc and tasks are not bound to cores.
set -euo pipefail

unavailable=69
usage=64

fail() {
  printf 'error: %s\n' "$1" >&2
  exit "${2:-$unavailable}"
}

[ "$#" -eq 2 ] || fail "usage: tools/slurm-local.sh start|stop DIR" "$usage"
command=$1
mkdir -p "$2"
dir=$(cd "$2" && pwd)
# slurm.conf has no quotes for paths.
[[ "$dir" =~ ^[A-Za-z0-9/._-]+$ ]] || fail "$dir: use a path of letters, digits, . _ - and /" "$usage"
[ "$(id -u)" -eq 0 ] || fail "slurm-local.sh needs root: slurmd and munged change users"

install_missing() {
  if command -v slurmctld >/dev/null && command -v slurmd >/dev/null &&
    command -v munged >/dev/null && command -v sbatch >/dev/null; then
    return
  fi
  command -v apt-get >/dev/null || fail "Slurm is missing and there is no apt-get; install slurm and munge"
  echo "Installing slurm-wlm and munge" >&2
  apt-get update -qq >&2 || true
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends slurm-wlm munge >&2 ||
    fail "apt-get could not install slurm-wlm and munge"
}

# A TCP port of 127.0.0.1 that is free now.
free_port() {
  python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

write_configuration() {
  local host
  host=$(hostname -s)
  mkdir -p "$dir/state" "$dir/spool"
  [ -f "$dir/munge.key" ] || (umask 077 && head -c 1024 /dev/urandom >"$dir/munge.key")
  cat >"$dir/slurm.conf" <<CONF
ClusterName=soar-local
SlurmctldHost=$host(127.0.0.1)
SlurmctldPort=$(free_port)
SlurmdPort=$(free_port)
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
AuthInfo=socket=$dir/munge.socket
CredType=cred/munge
StateSaveLocation=$dir/state
SlurmdSpoolDir=$dir/spool
SlurmctldPidFile=$dir/slurmctld.pid
SlurmdPidFile=$dir/slurmd.pid
SlurmctldLogFile=$dir/slurmctld.log
SlurmdLogFile=$dir/slurmd.log
SlurmdParameters=config_overrides
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
JobCompType=jobcomp/none
SwitchType=switch/none
MpiDefault=none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
ReturnToService=2
JobRequeue=1
KillWait=5
MinJobAge=3600
SchedulerParameters=sched_interval=2,sched_min_interval=0,batch_sched_delay=0
NodeName=$host NodeAddr=127.0.0.1 CPUs=${SOAR_SLURM_CPUS:-$(nproc)} State=UNKNOWN
PartitionName=local Nodes=ALL Default=YES MaxTime=INFINITE State=UP
CONF
}

# Ends a daemon by its process file, if it is still that daemon.
stop_daemon() {
  local name=$1 file=$2 pid
  [ -f "$file" ] || return 0
  pid=$(cat "$file")
  if [ "$(cat "/proc/$pid/comm" 2>/dev/null)" = "$name" ]; then
    kill "$pid" 2>/dev/null || true
    for _ in $(seq 100); do
      [ -d "/proc/$pid" ] || break
      sleep 0.1
    done
    [ ! -d "/proc/$pid" ] || kill -9 "$pid" 2>/dev/null || true
  fi
  rm -f "$file"
}

stop() {
  if [ -f "$dir/slurm.conf" ] && [ -f "$dir/slurmctld.pid" ]; then
    SLURM_CONF="$dir/slurm.conf" timeout 10 scancel --user root >/dev/null 2>&1 || true
    sleep 1
  fi
  stop_daemon slurmd "$dir/slurmd.pid"
  stop_daemon slurmctld "$dir/slurmctld.pid"
  stop_daemon munged "$dir/munged.pid"
}

# Starts a daemon without the files that this script was given beside the standard ones: a caller that
# waits for their end would wait for the daemon's.
daemon() (
  for file in /proc/self/fd/*; do
    number=${file##*/}
    if [ "$number" -gt 2 ] && [ "$number" -ne 255 ]; then eval "exec $number>&-"; fi
  done
  exec "$@"
)

start() {
  install_missing
  stop
  write_configuration
  # --force: the folder's owner and mode are the caller's business on a machine of one's own.
  daemon munged --force --key-file="$dir/munge.key" --socket="$dir/munge.socket" \
    --pid-file="$dir/munged.pid" --log-file="$dir/munged.log" --seed-file="$dir/munge.seed" \
    2>>"$dir/munged.log" || fail "munged did not start; see $dir/munged.log"
  export SLURM_CONF="$dir/slurm.conf"
  daemon slurmctld 2>>"$dir/slurmctld.log" || fail "slurmctld did not start; see $dir/slurmctld.log"
  daemon slurmd 2>>"$dir/slurmd.log" || fail "slurmd did not start; see $dir/slurmd.log"
  for _ in $(seq 300); do
    if [ "$(sinfo --noheader --format=%t 2>/dev/null | tr -d ' *')" = idle ]; then
      printf 'SLURM_CONF=%s\nPARTITION=local\n' "$SLURM_CONF"
      return
    fi
    sleep 0.2
  done
  stop
  fail "the node did not become idle; see the logs in $dir"
}

case "$command" in
start) start ;;
stop) stop ;;
*) fail "usage: tools/slurm-local.sh start|stop DIR" "$usage" ;;
esac
