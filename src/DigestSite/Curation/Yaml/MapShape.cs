using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Nodes;
using DigestSite.Diagnostics;

namespace DigestSite.Curation.Yaml;

/// <summary>A key that a mapping may have.</summary>
/// <param name="Meaning">What an editor writes there and what it does: shown where the key is missing, and by editors that know schemas.</param>
internal abstract record Key(string Name, string Meaning, bool IsRequired)
{
    public static Key<T> Required<T>(string name, Shape<T> shape, string meaning)
        where T : notnull => new(name, shape, meaning, IsRequired: true);

    public static Key<T> Optional<T>(string name, Shape<T> shape, string meaning)
        where T : notnull => new(name, shape, meaning, IsRequired: false);

    /// <summary>Whether the key without a value is a mistake, not the same as no key.</summary>
    public bool NeedsValue { get; init; } = IsRequired;

    /// <summary>Reads the key's value; null when it is refused, which has then been reported.</summary>
    public abstract object? Read(YamlNode node, DiagnosticBag diagnostics);

    /// <summary>The JSON Schema of the key's value.</summary>
    public abstract JsonObject Schema();
}

internal sealed record Key<T>(string Name, Shape<T> Shape, string Meaning, bool IsRequired) : Key(Name, Meaning, IsRequired)
    where T : notnull
{
    public override object? Read(YamlNode node, DiagnosticBag diagnostics) => Shape.TryRead(node, diagnostics, out T? value) ? value : null;

    public override JsonObject Schema()
    {
        JsonObject schema = Shape.Schema();
        schema.Insert(0, "description", Meaning);
        if (!IsRequired && schema["type"] is JsonValue type)
        {
            schema["type"] = new JsonArray(type.DeepClone(), "null");
        }

        return schema;
    }
}

/// <summary>The values of one mapping, each of the type that its key has.</summary>
internal sealed class KeyValues(SourceSpan span, IReadOnlyDictionary<string, object> values, DiagnosticBag diagnostics)
{
    /// <summary>Where the mapping begins.</summary>
    public SourceSpan Span => span;

    /// <summary>For what can only be said of several keys together.</summary>
    public DiagnosticBag Diagnostics => diagnostics;

    /// <summary>The value of a key that is required.</summary>
    public T Of<T>(Key<T> key)
        where T : notnull => (T)values[key.Name];

    public T Of<T>(Key<T> key, T otherwise)
        where T : notnull => values.TryGetValue(key.Name, out object? value) ? (T)value : otherwise;

    public T? Find<T>(Key<T> key)
        where T : class => (T?)values.GetValueOrDefault(key.Name);
}

/// <summary>A mapping with a fixed set of keys. Nothing is the mapping without any.</summary>
internal sealed class MapShape<T>(IReadOnlyList<Key> keys, Func<KeyValues, T> make) : Shape<T>(Described(keys))
    where T : notnull
{
    // Copied along with text of the web: no-break and zero-width spaces, joiners, marks of direction.
    private static readonly SearchValues<char> Invisible = SearchValues.Create("\u00A0\u00AD\u200B\u200C\u200D\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2060\uFEFF");

    private readonly Dictionary<string, Key> _keys = keys.ToDictionary(k => k.Name, StringComparer.Ordinal);

    public IReadOnlyList<Key> Keys { get; } = keys;

    public override JsonObject Schema()
    {
        var schema = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject(Keys.Select(k => KeyValuePair.Create(k.Name, (JsonNode?)k.Schema()))),
            ["additionalProperties"] = false,
        };
        if (Keys.Any(k => k.IsRequired))
        {
            schema["required"] = new JsonArray([.. Keys.Where(k => k.IsRequired).Select(k => JsonValue.Create(k.Name))]);
        }

        return schema;
    }

    public override bool TryRead(YamlNode node, DiagnosticBag diagnostics, [MaybeNullWhen(false)] out T value)
    {
        value = default;
        YamlMap? map = node as YamlMap ?? (node.IsNothing ? new YamlMap(node.Span, []) : null);
        if (map is null)
        {
            return Refuse(node, diagnostics);
        }

        var values = new Dictionary<string, object>(StringComparer.Ordinal);
        bool isWhole = true;
        foreach (YamlEntry entry in map.Entries)
        {
            isWhole &= ReadEntry(entry, values, diagnostics);
        }

        foreach (Key missing in Keys.Where(k => k.IsRequired && !map.Entries.Any(e => e.Key.Value == k.Name)))
        {
            diagnostics.Add(Catalog.MissingKey.At(map.Entries is [var first, ..] ? first.Key.Span : map.Span, missing.Name, missing.Meaning));
            isWhole = false;
        }

        value = isWhole ? make(new KeyValues(map.Span, values, diagnostics)) : default;
        return isWhole;
    }

    private static string Described(IReadOnlyList<Key> keys)
    {
        string required = string.Join(", ", keys.Where(k => k.IsRequired).Select(k => $"`{k.Name}: …`"));
        return required.Length == 0 ? $"a mapping of keys, such as `{keys[0].Name}: …`" : $"a mapping with {required}";
    }

    private bool ReadEntry(YamlEntry entry, Dictionary<string, object> values, DiagnosticBag diagnostics)
    {
        string name = entry.Key.Value;
        if (!_keys.TryGetValue(name, out Key? key))
        {
            int invisible = name.AsSpan().IndexOfAny(Invisible);
            diagnostics.Add(invisible >= 0
                ? Catalog.InvisibleCharacter.At(entry.Key.Span with { Column = entry.Key.Span.Column + invisible, Length = 1 }, ((int)name[invisible]).ToString("X4", CultureInfo.InvariantCulture))
                : Catalog.UnknownKey.At(entry.Key.Span, name, Spelling.DidYouMean(name, _keys.Keys)));
            return false;
        }

        if (entry.Value.IsNothing)
        {
            if (key.NeedsValue)
            {
                diagnostics.Add(Catalog.EmptyKey.At(entry.Key.Span, name, key.Meaning));
            }

            return !key.NeedsValue;
        }

        if (key.Read(entry.Value with { Owner = name }, diagnostics) is not { } value)
        {
            return false;
        }

        values.Add(name, value);
        return true;
    }
}

/// <summary>A mapping whose keys the editors choose, such as file names. Nothing is the empty one.</summary>
/// <remarks>Each entry is made of its key and what its value's shape makes a maker of.</remarks>
internal sealed class TableShape<TKey, T>(Shape<TKey> key, Shape<Func<Located<TKey>, T>> entry) : Shape<EquatableArray<T>>("a mapping of keys")
    where TKey : notnull
    where T : notnull
{
    public override JsonObject Schema() => new()
    {
        ["type"] = "object",
        ["propertyNames"] = key.Schema(),
        ["additionalProperties"] = entry.Schema(),
    };

    public override bool TryRead(YamlNode node, DiagnosticBag diagnostics, out EquatableArray<T> value)
    {
        value = [];
        if (node is not YamlMap map)
        {
            return node.IsNothing || Refuse(node, diagnostics);
        }

        var items = new List<T>(map.Entries.Count);
        foreach (YamlEntry row in map.Entries)
        {
            bool hasKey = key.TryRead(row.Key, diagnostics, out TKey? name);
            if (entry.TryRead(row.Value, diagnostics, out Func<Located<TKey>, T>? make) && hasKey)
            {
                items.Add(make(new(name!, row.Key.Span)));
            }
        }

        value = items.ToEquatableArray();
        return items.Count == map.Entries.Count;
    }
}
