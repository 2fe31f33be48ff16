namespace DigestSite.Templates;

/// <summary>Which files a template is put together from.</summary>
internal static class TemplateUse
{
    /// <summary>The template itself and every partial that it uses, directly or by way of another, each once, by name.</summary>
    /// <param name="name">A template of <paramref name="templates"/>: <c>paper.hbs</c>.</param>
    public static IReadOnlyList<TemplateFile> Of(string name, IEnumerable<TemplateFile> templates)
    {
        Dictionary<string, TemplateFile> byName = templates.ToDictionary(t => t.Name, StringComparer.Ordinal);
        var used = new SortedSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([name]);
        while (open.TryPop(out string? next))
        {
            foreach (TemplateTag tag in TemplateTokenizer.Split(byName[next].Source).Where(t => t.Kind == TagKind.Partial))
            {
                string partial = TemplateNames.PartialFile(tag.Words[0].Text);
                if (byName.ContainsKey(partial) && used.Add(partial))
                {
                    open.Push(partial);
                }
            }
        }

        return [byName[name], .. used.Select(u => byName[u])];
    }
}
