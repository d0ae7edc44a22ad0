"""Programs that print figures, and wait for their turn where they are asked to."""
import contextlib
import json
import os
import subprocess
import sys
import time

from .places import Failure


class Program:
    """A program that has been started. What it says besides its figures goes to `log`."""

    def __init__(self, command, log, **options):
        os.makedirs(os.path.dirname(log), exist_ok=True)
        self.command, self.log, self.results = command, log, []
        self.began = time.perf_counter()
        self.other = open(log, "a", encoding="utf-8")
        self.other.write(f"$ {' '.join(command)}\n")
        self.other.flush()
        try:
            self.process = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self.other, text=True, **options)
        except OSError as error:
            raise Failure(f"{command[0]}: {error.strerror}. scripts/quickstart installs what is needed.") from error

    def ready(self):
        """Waits until it asks for a turn. Fails if it ends before."""
        for line in self.process.stdout:
            if line == "TURN\n":
                return
            self._keep(line)
        self._fail()

    def go(self, core):
        """Gives it its turn, on a core."""
        for thread in os.listdir(f"/proc/{self.process.pid}/task"):
            # A thread may have ended since.
            with contextlib.suppress(ProcessLookupError):
                os.sched_setaffinity(int(thread), {core})
        try:
            self.process.stdin.write("\n")
            self.process.stdin.flush()
        except BrokenPipeError:
            self._fail()

    def figures(self):
        """Waits for its end; the figures of its last RESULT line, with its time, processor time and highest resident
        memory."""
        for line in self.process.stdout:
            self._keep(line)
        usage = self._end()
        if self.process.returncode != 0 or not self.results:
            self._fail()
        return {**self.results[-1], "wall_seconds": time.perf_counter() - self.began,
                "cpu_seconds": usage.ru_utime + usage.ru_stime, "peak_rss_mb": usage.ru_maxrss * 1024 / 1e6,
                "load": os.getloadavg()[0]}

    def stop(self):
        """Ends it if it has not ended."""
        if self.process.returncode is None:
            self.process.kill()
            self._end()

    def _keep(self, line):
        if line.startswith("RESULT "):
            self.results.append(json.loads(line[len("RESULT "):]))
        else:
            self.other.write(line)

    def _end(self):
        _, status, usage = os.wait4(self.process.pid, 0)
        self.process.returncode = os.waitstatus_to_exitcode(status)
        with contextlib.suppress(BrokenPipeError):
            self.process.stdin.close()
        self.process.stdout.close()
        self.other.close()
        return usage

    def _fail(self):
        if self.process.returncode is None:
            self._end()
        with open(self.log, encoding="utf-8", errors="replace") as text:
            sys.stderr.write("".join(text.readlines()[-15:]))
        raise Failure(f"{' '.join(self.command[:4])} ... ended with status {self.process.returncode}; all it said: {self.log}")


def in_turns(programs, rounds):
    """Lets programs do their rounds in turn. `programs` starts each when it is asked for the next, so that none gets
    ready beside another that is at work. A round is asked of all on one core, the next on the next: at times one core of a
    shared machine is slower than another by a third, and a program stays where it was."""
    started = []
    cores = sorted(os.sched_getaffinity(0))
    try:
        for program in programs:
            started.append(program)
            program.ready()
        for number in range(rounds):
            first = number % len(started)
            for program in started[first:] + started[:first]:
                program.go(cores[number % len(cores)])
                # After its last round it ends, which is waited for, as it writes what it found.
                if number + 1 < rounds:
                    program.ready()
                else:
                    program.figures()
    finally:
        for program in started:
            program.stop()
