using System.Diagnostics;
using System.Text.Json;

namespace DigestSite.Cli;

/// <summary>
/// What a build did when, for <c>--trace</c>: its passes, each file that was rendered and on which thread, and the garbage collector's pauses, as
/// the JSON that Perfetto, speedscope and chrome://tracing open.
/// </summary>
/// <remarks>https://docs.google.com/document/d/1CvAClvFfyA5R-PhYUmn5OOQtYMH4h6I0nSsKchNAySU (Trace Event Format). Times are microseconds since the process began.</remarks>
internal sealed class TraceFile : IDisposable
{
    private const int PassTrack = 0;
    private const int CollectorTrack = 1;
    private const int FirstThreadTrack = 2;

    private readonly CollectorPauses _pauses = new();
    private readonly FileStream _stream;

    private TraceFile(FileStream stream) => _stream = stream;

    /// <summary>Opens the file and begins to watch; null when it cannot be written, which has then been told.</summary>
    public static TraceFile? Open(string path)
    {
        try
        {
            return new(new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Tell(failure);
            return null;
        }
    }

    /// <summary>False when it could not be written whole, which has then been told.</summary>
    public bool TryWrite(PassTimes times)
    {
        try
        {
            Write(times);
            return true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Tell(failure);
            return false;
        }
    }

    private static void Tell(Exception failure) => Console.Error.WriteLine($"digest: the trace cannot be written: {failure.Message}");

    private void Write(PassTimes times)
    {
        using var json = new Utf8JsonWriter(_stream);
        json.WriteStartObject();
        json.WriteString("displayTimeUnit", "ms");
        json.WriteStartArray("traceEvents");
        Name(json, "process_name", PassTrack, "digest build");
        WritePasses(json, times);
        WritePauses(json);
        WriteFiles(json, times);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    public void Dispose()
    {
        _stream.Dispose();
        _pauses.Dispose();
    }

    private static void WritePasses(Utf8JsonWriter json, PassTimes times)
    {
        Name(json, "thread_name", PassTrack, "passes");
        foreach ((string pass, TimeSpan from, TimeSpan to, TimeSpan processor) in times.Passes())
        {
            Begin(json, "pass", pass, PassTrack, from, to);
            json.WriteStartObject("args");
            json.WriteNumber("processor ms", Math.Round(processor.TotalMilliseconds, 1));
            json.WriteEndObject();
            json.WriteEndObject();
        }
    }

    private void WritePauses(Utf8JsonWriter json)
    {
        Name(json, "thread_name", CollectorTrack, "garbage collector: all threads stand still");
        foreach (CollectorPause pause in _pauses.All())
        {
            Begin(json, "gc", pause.Generation is { } number ? $"generation {number}" : "other", CollectorTrack, PassTimes.SinceStart(pause.From), PassTimes.SinceStart(pause.To));
            json.WriteEndObject();
        }
    }

    private static void WriteFiles(Utf8JsonWriter json, PassTimes times)
    {
        IReadOnlyList<RenderSpan> spans = times.Rendering.InOrder();
        int[] threads = [.. spans.Select(s => s.Thread).Distinct().Order()];
        foreach (int thread in threads)
        {
            Name(json, "thread_name", Track(thread), $"thread {thread}");
        }

        (TimeSpan now, long ticks) = (PassTimes.SinceStart(), Stopwatch.GetTimestamp());
        foreach (RenderSpan span in spans)
        {
            Begin(json, FileKind.Of(span.Path), "/" + span.Path, Track(span.Thread), At(span.From), At(span.To));
            json.WriteEndObject();
        }

        TimeSpan At(long tick) => now - Stopwatch.GetElapsedTime(tick, ticks);
        int Track(int thread) => FirstThreadTrack + Array.IndexOf(threads, thread);
    }

    // Metadata: what viewers show beside a track.
    private static void Name(Utf8JsonWriter json, string what, int track, string name)
    {
        json.WriteStartObject();
        json.WriteString("ph", "M");
        json.WriteString("name", what);
        json.WriteNumber("pid", 1);
        json.WriteNumber("tid", track);
        json.WriteStartObject("args");
        json.WriteString("name", name);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    // A complete event; what ends the object is the caller's.
    private static void Begin(Utf8JsonWriter json, string category, string name, int track, TimeSpan from, TimeSpan to)
    {
        json.WriteStartObject();
        json.WriteString("ph", "X");
        json.WriteString("cat", category);
        json.WriteString("name", name);
        json.WriteNumber("pid", 1);
        json.WriteNumber("tid", track);
        json.WriteNumber("ts", Math.Round(from.TotalMicroseconds, 1));
        json.WriteNumber("dur", Math.Round((to - from).TotalMicroseconds, 1));
    }
}
