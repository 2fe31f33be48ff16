namespace DigestSite.Templates;

/// <summary>What names mean at one point of a template: a value, whether a loop gave it, and the scope around.</summary>
/// <param name="Value">What <c>this</c> is.</param>
/// <param name="Parent">What <c>../</c> reaches; null at the top of a template or partial.</param>
/// <param name="IsLoop">Whether <c>@index</c>, <c>@first</c> and <c>@last</c> mean something.</param>
/// <param name="HidesParent">Whether <c>../</c> is out of reach: the engine counts the levels of a loop's <c>else</c> otherwise.</param>
internal sealed record TemplateScope(ValueShape Value, TemplateScope? Parent = null, bool IsLoop = false, bool HidesParent = false)
{
    /// <summary>The model's name, as messages have it.</summary>
    public string Noun => Value.Type.Name;
}
