using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Reflection;
using System.Text;

namespace DigestSite.Templates;

internal enum ValueKind
{
    /// <summary>Written escaped.</summary>
    Text,

    /// <summary>Written as digits.</summary>
    Number,

    /// <summary>For <c>#if</c> only.</summary>
    Flag,

    /// <summary>Written as it is, by <c>{{{ }}}</c>.</summary>
    Html,

    List,

    Record,
}

/// <summary>What a template can do with a value.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Type">Its type, without the <c>?</c> of a value type.</param>
/// <param name="MayBeNull">Whether it can be absent.</param>
internal sealed record ValueShape(ValueKind Kind, Type Type, bool MayBeNull)
{
    /// <summary>What one item of a list is.</summary>
    public ValueShape Element => Of(Type.GetElementType() ?? throw new InvalidOperationException($"{Type} is no list"), false);

    /// <summary>What it is, as messages have it.</summary>
    public string Noun => Kind switch
    {
        ValueKind.Text => "text",
        ValueKind.Number => "a number",
        ValueKind.Flag => "a yes or no",
        ValueKind.Html => "markup",
        ValueKind.List => "a list",
        _ => $"a record ({Type.Name})",
    };

    /// <summary>The shape of a type that page models may have; any other is a mistake of the program.</summary>
    public static ValueShape Of(Type type, bool mayBeNull)
    {
        Type bare = Nullable.GetUnderlyingType(type) ?? type;
        ValueKind kind = bare switch
        {
            _ when bare == typeof(string) => ValueKind.Text,
            _ when bare == typeof(int) => ValueKind.Number,
            _ when bare == typeof(bool) => ValueKind.Flag,
            _ when bare == typeof(Html) => ValueKind.Html,
            { IsSZArray: true } => ValueKind.List,
            { IsClass: true } when bare.Assembly != typeof(string).Assembly => ValueKind.Record,
            _ => throw new InvalidOperationException($"templates cannot show a {bare}"),
        };
        return new(kind, bare, mayBeNull || bare != type);
    }
}

/// <summary>The names that a template sees of one record: <c>LastListed</c> is <c>last_listed</c>.</summary>
internal sealed class ModelShape
{
    private static readonly ConcurrentDictionary<Type, ModelShape> Known = new();

    private ModelShape(Type type)
    {
        var nullability = new NullabilityInfoContext();
        Members = type
            .GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .ToFrozenDictionary(
                p => SnakeCase(p.Name),
                p => ValueShape.Of(p.PropertyType, nullability.Create(p).ReadState == NullabilityState.Nullable),
                StringComparer.Ordinal);
    }

    public FrozenDictionary<string, ValueShape> Members { get; }

    public static ModelShape Of(Type type) => Known.GetOrAdd(type, static t => new(t));

    public static string SnakeCase(string name)
    {
        var snake = new StringBuilder(name.Length + 4);
        foreach (char c in name)
        {
            if (char.IsAsciiLetterUpper(c) && snake.Length > 0)
            {
                snake.Append('_');
            }

            snake.Append(char.ToLowerInvariant(c));
        }

        return snake.ToString();
    }
}
