using System.Text;
using DigestSite.Enriching;
using FsCheck;
using FsCheck.Fluent;

namespace DigestSite.Tests.Enriching;

public class ByteLinesTests
{
    private const int Longest = 16;

    [Fact]
    public void Any_text_in_any_portions_has_the_lines_that_splitting_gives() =>
        Check.One(
            Cases.Of(2000),
            Prop.ForAll(
                Gen.Elements("a", "bc", "\n", "\r\n", "0123456789abcde", "0123456789abcdef", "0123456789abcdefghijklmnopqrstuvwxyz").ListOf().Select(string.Concat).ToArbitrary(),
                Gen.Choose(1, 40).ToArbitrary(),
                (text, portion) => Read(text, portion).SequenceEqual(Split(text), StringComparer.Ordinal)));

    [Fact]
    public void A_line_that_is_too_long_is_numbered_and_passed_over()
    {
        var lines = new ByteLines(new MemoryStream(Encoding.UTF8.GetBytes(new string('x', 100_000) + "\nb\n")), longest: 1 << 12);
        Assert.True(lines.MoveNext() && lines.IsTooLong && lines.Current.Length == 1 << 10);
        Assert.True(lines.MoveNext() && !lines.IsTooLong && lines.Current is [(byte)'b'] && lines.Number == 2);
        Assert.False(lines.MoveNext());
        Assert.Equal(100_003, lines.BytesRead);
    }

    private static List<string> Read(string text, int portion)
    {
        var lines = new ByteLines(new Portions(Encoding.UTF8.GetBytes(text), portion), Longest);
        var read = new List<string>();
        while (lines.MoveNext())
        {
            read.Add(lines.IsTooLong ? "too long " + Encoding.UTF8.GetString(lines.Current) : Encoding.UTF8.GetString(lines.Current));
            Assert.Equal(read.Count, lines.Number);
        }

        return read;
    }

    // A line of all that the buffer holds has no room for its line feed.
    private static IEnumerable<string> Split(string text)
    {
        string[] lines = text.Split('\n');
        return lines.SkipLast(lines[^1].Length == 0 ? 1 : 0).Select((line, i) => line.Length >= Longest ? "too long " + line[..(Longest / 2)] : line);
    }

    // A stream that gives no more than so many bytes at once, as a pipe does.
    private sealed class Portions(byte[] bytes, int portion) : MemoryStream(bytes)
    {
        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(portion, buffer.Length)]);
    }
}
