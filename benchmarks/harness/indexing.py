"""Figures of building and opening indexes, and their table."""
import statistics


def markdown(rows, title):
    """`rows`: figures of builds as the engines print them."""
    lines = [
        f"| {title} | threads | seconds | of which after the last document | documents/s | MB/s | cpu s | peak RSS MB "
        "| index MB | index/text | segments |", "|---|" + "---|" * 10]
    for row in rows:
        megabytes = max(row["megabytes"], 1e-9)
        lines.append(
            f"| {row['peer']} {row.get('version', '')} | {row['threads']} | {row['build_seconds']:.1f} "
            f"| {row['commit_seconds']:.1f} | {row['documents'] / row['build_seconds']:,.0f} "
            f"| {megabytes / row['build_seconds']:.1f} | {row['cpu_seconds']:.1f} | {row['peak_rss_mb']:.0f} "
            f"| {row['index_megabytes']:.0f} | {row['index_megabytes'] / megabytes:.2f} | {row['segments']} |")
    return "\n".join(lines)


def in_turn(turn):
    """The seconds of builds that were made in turn, and how least and median of the last way stand to those of the first."""
    lines, least, middle = [f"{turn['title']}, built in turn, seconds:", ""], {}, {}
    for name, builds in turn["builds"].items():
        seconds = [build["build_seconds"] for build in builds]
        least[name], middle[name] = min(seconds), statistics.median(seconds)
        lines.append(f"- {name}: {', '.join(f'{value:.2f}' for value in seconds)}")
    first, last = next(iter(least)), next(reversed(least))
    if first != last:
        lines += ["", f"{last}: {least[first] / least[last]:.2f} times as fast as {first} by the least, "
                  f"{middle[first] / middle[last]:.2f} times by the medians."]
    return "\n".join(lines)


def opening(row):
    return (
        f"Opening {row['documents']:,} documents: {row['first_milliseconds']:.2f} ms the first time, "
        f"{row['again_milliseconds']:.3f} ms again. It adds {row['resident_megabytes']:.1f} MB of resident memory "
        f"before the first question, of which {row['anonymous_megabytes']:.1f} MB are not pages of files; the whole process "
        f"has {row['process_megabytes']:.1f} MB.")


def throughput(rows):
    """A line a kind, answers a second by engine and number of threads."""
    columns = [(row["peer"], row["threads"]) for row in rows]
    kinds = list(dict.fromkeys(kind for row in rows for kind in row["qps"]))
    lines = ["| answers/s | " + " | ".join(f"{peer}, {threads}" for peer, threads in columns) + " |",
             "|---|" + "---|" * len(columns)]
    for kind in kinds:
        values = [row["qps"].get(kind) for row in rows]
        lines.append(f"| {kind} | " + " | ".join("–" if value is None else f"{value:,.0f}" for value in values) + " |")
    return "\n".join(lines)
