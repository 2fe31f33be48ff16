using System.Globalization;
using System.Text;
using System.Text.Json;
using DigestSite.Papers;
using FsCheck;
using FsCheck.Fluent;

namespace DigestSite.Tests.Dumps;

/// <summary>Random days of papers, and the ways in which JSON can write them.</summary>
internal static class DayGenerators
{
    private static readonly string[] Words =
        ["model", "Grokking", "C++", "$L_2$", "naïve", "深層", "“quoted”", "\"plain\"", "back\\slash", "</script>", "&quot;", "\U0001F600", "a/b", "T5\u200B", "é"];

    public static Gen<Listing[]> Days { get; } = Items().ListOf().Select(items => items.DistinctBy(l => l.Arxiv).ToArray());

    /// <summary>A day as JSON, pretty or not, with fields that nobody knows, and escapes.</summary>
    public static Gen<string> Written(Listing[] day) =>
        from seed in Gen.Choose(0, int.MaxValue)
        select Write(day, seed);

    /// <summary>Text after some damage: cut, bytes changed, ranges removed or doubled.</summary>
    public static Gen<string> Damaged(string text) =>
        from damages in Damages().NonEmptyListOf()
        select damages.Aggregate(text, (now, damage) => damage(now));

    private static Gen<Func<string, string>> Damages() =>
        from kind in Gen.Choose(0, 4)
        from at in Gen.Choose(0, 10_000)
        from length in Gen.Choose(0, 40)
        from junk in Gen.Elements("\"", "\\", "{", "}", "[", "]", ",", ":", "\0", "null", "-", "<", "&", "\uD800", "\\ud800", "1e999", "\n", "é")
        select (Func<string, string>)(text =>
        {
            int i = (int)((long)at * text.Length / 10_001);
            int n = Math.Min(length, text.Length - i);
            return kind switch
            {
                0 => text[..i],
                1 => text.Remove(i, n),
                2 => text.Insert(i, text.Substring(i, n)),
                3 => text.Insert(i, junk),
                _ => text.Remove(i, Math.Min(1, n)).Insert(i, junk),
            };
        });

    private static Gen<Listing> Items() =>
        from title in Texts()
        from text in Maybe(Texts())
        from number in Gen.Choose(0, 99_999)
        from named in Texts().ListOf()
        from hidden in Gen.Choose(0, 2)
        from organization in Maybe(Gen.Elements("lab", "Berkeley UC Berkeley"))
        from day in Gen.OneOf(DumpGenerators.Dates.Where(d => d.Full is not null).Select(d => (PrintedDate?)d), Gen.Constant((PrintedDate?)null))
        from counts in Gen.Choose(-5, 5000).Select(n => n < 0 ? (int?)null : n).ArrayOf(3)
        from submitter in Maybe(Gen.Elements("ada", "bo"))
        from repository in Maybe(Gen.Elements("https://github.com/sample/grok", "http://git.org/x?y=1#z"))
        from keywords in Texts().ListOf()
        select new Listing
        {
            Title = title,
            Abstract = text,
            Arxiv = ArxivId.TryParse(string.Create(CultureInfo.InvariantCulture, $"2511.{number:D5}"), out ArxivId? id) ? id : null,
            Authors = named.ToEquatableArray(),
            AuthorCount = named.Count + hidden is var all and > 0 ? all : null,
            Organization = organization is null ? null : new(organization),
            Published = day,
            Comments = counts[0],
            Upvotes = counts[1],
            SubmittedBy = submitter,
            Code = repository is null ? null : new(new(repository), counts[2]),
            ProjectPage = repository is null ? null : new(repository),
            Keywords = keywords.ToEquatableArray(),
            Lines = default,
            TitleLine = 0,
        };

    private static Gen<string> Texts() => Gen.Elements(Words).NonEmptyListOf().Select(words => string.Join(' ', words));

    private static Gen<T?> Maybe<T>(Gen<T> values)
        where T : class => Gen.OneOf(values.Select(v => (T?)v), Gen.Constant((T?)null));

    private static string Write(Listing[] day, int seed)
    {
        var ways = new Ways(seed);
        var encoder = ways.Next(2) == 0 ? System.Text.Encodings.Web.JavaScriptEncoder.Default : System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = ways.Next(2) == 0, Encoder = encoder }))
        {
            json.WriteStartArray();
            foreach (Listing item in day)
            {
                WriteItem(json, item, ways);
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void WriteItem(Utf8JsonWriter json, Listing item, Ways ways)
    {
        json.WriteStartObject();
        Noise(json, ways);
        json.WriteString("title", Spaced(item.Title + "!", ways));
        Number(json, "numComments", item.Comments, ways);
        json.WriteStartObject("paper");
        json.WriteString("id", item.Arxiv + (ways.Next(2) == 0 ? "" : "v3"));
        Text(json, "summary", item.Abstract, ways);
        Noise(json, ways);
        Number(json, "upvotes", item.Upvotes, ways);
        json.WriteString("title", Spaced(item.Title, ways));
        WriteAuthors(json, item, ways);
        Text(json, "publishedAt", item.Published is { } day ? $"{day.Full:yyyy-MM-dd}T23:59:59.999Z" : null, ways);
        Text(json, "githubRepo", item.Code?.Url.OriginalString, ways);
        Number(json, "githubStars", item.Code?.Stars, ways);
        Text(json, "projectPage", item.ProjectPage?.OriginalString, ways);
        json.WriteStartArray("ai_keywords");
        foreach (string keyword in item.Keywords)
        {
            json.WriteStringValue(Spaced(keyword, ways));
        }

        json.WriteEndArray();
        json.WriteEndObject();
        if (item.Organization is { } organization)
        {
            json.WriteStartObject("organization");
            json.WriteString("fullname", organization.Printed.Split(' ', 2) is [_, var name] ? name : null);
            json.WriteString("name", organization.Handle);
            json.WriteEndObject();
        }

        json.WriteStartObject("submittedBy");
        Text(json, "name", item.SubmittedBy, ways);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteAuthors(Utf8JsonWriter json, Listing item, Ways ways)
    {
        json.WriteStartArray("authors");
        for (int i = 0; i < (item.AuthorCount ?? 0); i++)
        {
            json.WriteStartObject();
            json.WriteBoolean("hidden", i >= item.Authors.Count);
            Noise(json, ways);
            json.WriteString("name", i < item.Authors.Count ? Spaced(item.Authors[i], ways) : "Hidden Sample");
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Noise(Utf8JsonWriter json, Ways ways)
    {
        if (ways.Next(2) == 0)
        {
            json.WritePropertyName("thumbnail" + ways.Next(3));
            json.WriteRawValue(ways.Next(3) switch { 0 => "null", 1 => "[[{\"paper\":{\"title\":\"no\"}}],1.5e3]", _ => "{\"name\":\"no\",\"title\":[\"\\ud800\"]}" });
        }
    }

    private static void Text(Utf8JsonWriter json, string name, string? value, Ways ways)
    {
        if (value is not null || ways.Next(2) == 0)
        {
            json.WriteString(name, value);
        }
    }

    private static void Number(Utf8JsonWriter json, string name, int? value, Ways ways)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
        else if (ways.Next(2) == 0)
        {
            json.WriteNull(name);
        }
    }

    // White space of other kinds, which is folded.
    private static string Spaced(string text, Ways ways) => ways.Next(3) switch { 0 => text, 1 => text.Replace(" ", "\n  ", StringComparison.Ordinal), _ => $"\u00A0{text.Replace(' ', '\t')} \r\n" };

    // Choices that follow from a number.
    private sealed class Ways(int seed)
    {
        private uint _state = (uint)seed;

        public int Next(int count)
        {
            _state = (_state * 1_664_525) + 1_013_904_223;
            return (int)((_state >> 16) % (uint)count);
        }
    }
}
