"""Where things lie, and running programs there."""
import glob
import os
import shutil
import subprocess
import time

BENCHMARKS = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
ROOT = os.path.dirname(BENCHMARKS)
WORK = os.path.abspath(os.environ.get("CONCORD_BENCH") or os.path.join(ROOT, ".bench"))
PEERS = os.path.abspath(os.environ.get("CONCORD_PEERS") or os.path.join(WORK, "peers"))
SHARED = os.path.abspath(os.environ.get("CONCORD_SHARED") or os.path.join(ROOT, "..", "shared"))
BIN = os.path.join(WORK, "bin")


class Failure(Exception):
    """What keeps the benchmarks from running, with the mend."""


def say(*words):
    print(*words, flush=True)


def folder(*parts):
    path = os.path.join(WORK, *parts)
    os.makedirs(path, exist_ok=True)
    return path


def one(pattern, mend):
    found = glob.glob(pattern)
    if not found:
        raise Failure(f"{pattern}: nothing there. {mend}")
    return found[0]


def room_for(path, gigabytes):
    """Refuses to begin what would fill the disk."""
    free = shutil.disk_usage(path).free / 1e9
    if free < gigabytes:
        raise Failure(f"{path}: {free:.0f} GB free, {gigabytes:.0f} GB are wanted. CONCORD_BENCH names another folder.")


def call(command, **options):
    """Runs a program to its end; what it prints is seen."""
    try:
        subprocess.run(command, check=True, **options)
    except FileNotFoundError as error:
        raise Failure(f"{command[0]}: {error.strerror}. scripts/quickstart installs what is needed.") from error
    except subprocess.CalledProcessError as error:
        raise Failure(f"{' '.join(map(str, command[:3]))} ... ended with status {error.returncode}") from error


def machine():
    """What the figures were measured on."""
    def first(path, key):
        with open(path, encoding="utf-8") as file:
            return next((line.split(":", 1)[1].strip() for line in file if line.startswith(key)), "")

    def output(*command):
        return subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False).stdout.strip()

    swift = next((line for line in output("swift", "--version").splitlines() if "Swift version" in line), "")
    return {
        "processor": first("/proc/cpuinfo", "model name"), "cores": os.cpu_count(),
        "memory_gib": round(int(first("/proc/meminfo", "MemTotal").split()[0]) / 2**20),
        "swift": swift.split("Swift version ")[-1].split(" (")[0], "commit": output("git", "rev-parse", "--short", "HEAD"),
        "date": time.strftime("%Y-%m-%d"), "load": round(os.getloadavg()[0], 2)}
