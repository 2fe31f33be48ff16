using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Linq.Expressions;
using System.Reflection;

namespace DigestSite.Templates;

/// <summary>Reads the properties of one record type by their template names, through compiled getters.</summary>
internal sealed class ModelAccess
{
    private static readonly ConcurrentDictionary<Type, ModelAccess> Known = new();

    private readonly FrozenDictionary<string, Func<object, object?>> _getters;

    private ModelAccess(Type type) =>
        _getters = type
            .GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .ToFrozenDictionary(p => ModelShape.SnakeCase(p.Name), Getter, StringComparer.Ordinal);

    public static ModelAccess Of(Type type) => Known.GetOrAdd(type, static t => new(t));

    public bool TryGet(object instance, string name, out object? value)
    {
        bool known = _getters.TryGetValue(name, out Func<object, object?>? getter);
        value = known ? getter!(instance) : null;
        return known;
    }

    private static Func<object, object?> Getter(PropertyInfo property)
    {
        ParameterExpression instance = Expression.Parameter(typeof(object));
        Expression read = Expression.Property(Expression.Convert(instance, property.DeclaringType!), property);
        return Expression.Lambda<Func<object, object?>>(Expression.Convert(read, typeof(object)), instance).Compile();
    }
}
