using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using DigestSite.Diagnostics;
using HandlebarsDotNet;
using HandlebarsDotNet.Iterators;
using HandlebarsDotNet.MemberAccessors;
using HandlebarsDotNet.ObjectDescriptors;
using HandlebarsDotNet.PathStructure;

namespace DigestSite.Templates;

/// <summary>The templates of a site, checked and compiled. Only this file knows the template engine.</summary>
internal sealed class TemplateSet
{
    [ThreadStatic]
    private static Utf8Page? _page;

    private readonly FrozenDictionary<string, HandlebarsTemplate<TextWriter, object, object>> _templates;
    private readonly FrozenDictionary<string, string> _sources;
    private readonly EquatableArray<TemplateFile> _files;
    private readonly CompiledTemplates _compiled;

    private TemplateSet(TemplateFiles files, IReadOnlyList<PageTemplate> pages, CompiledTemplates compiled)
    {
        foreach (TemplateFile partial in files.Templates.Where(t => TemplateNames.IsPartial(t.Name)))
        {
            compiled.Of(partial);
        }

        _compiled = compiled;
        _templates = pages.Where(p => !p.IsOnDemand).ToFrozenDictionary(
            p => p.Name,
            p => compiled.Of(files.Templates.First(t => t.Name == p.Name)),
            StringComparer.Ordinal);
        _sources = files.Templates.ToFrozenDictionary(t => t.Name, t => t.Source.Name, StringComparer.Ordinal);
        _files = files.Templates;
        Assets = files.Assets;
    }

    /// <summary>The files that go into the site as they are.</summary>
    public EquatableArray<OutputFile> Assets { get; }

    /// <summary>Checks the templates against what <paramref name="pages"/> give them and compiles them; null when an error was reported.</summary>
    /// <param name="folder">The templates folder, for messages about files that are missing.</param>
    /// <param name="compiled">What earlier builds compiled.</param>
    public static TemplateSet? Load(
        TemplateFiles files, IReadOnlyList<PageTemplate> pages, string folder, DiagnosticBag diagnostics, CompiledTemplates? compiled = null)
    {
        var faults = new DiagnosticBag();
        TemplateChecker.Check(files.Templates, pages, folder, faults);
        foreach (Diagnostic fault in faults.InOrder())
        {
            diagnostics.Add(fault);
        }

        return faults.HasErrors || !files.IsWhole ? null : new(files, pages, compiled ?? new());
    }

    /// <summary>The file that the template <paramref name="name"/> was read from, as an editor would type it.</summary>
    public string SourceOf(string name) => _sources[name];

    /// <summary>The text of the template <paramref name="name"/> and those of all partials that it uses.</summary>
    public IEnumerable<SourceText> TextsOf(string name) => TemplateUse.Of(name, _files).Select(f => f.Source);

    /// <summary>Renders <paramref name="model"/>, of the type that the page's template was checked against, to UTF-8 without BOM.</summary>
    public ReadOnlyMemory<byte> Render(string name, object model) => Rendered(name, model).TakeBytes();

    /// <summary>As <see cref="Render"/>, for what is not yet a file.</summary>
    public string RenderText(string name, object model) => Rendered(name, model).TakeText();

    private Utf8Page Rendered(string name, object model)
    {
        Utf8Page page = _page ??= new();
        page.Clear();
        HandlebarsTemplate<TextWriter, object, object> template = _templates.TryGetValue(name, out var known) ? known : CompiledOnDemand(name);
        template(page, model, null!);
        return page;
    }

    // Plain text has an engine of its own, which has to learn of the partials first.
    private HandlebarsTemplate<TextWriter, object, object> CompiledOnDemand(string name)
    {
        lock (_compiled)
        {
            TemplateFile[] used = [.. TemplateUse.Of(name, _files)];
            foreach (TemplateFile partial in used[1..])
            {
                _compiled.Of(partial, TemplateNames.IsPlainText(name));
            }

            return _compiled.Of(used[0], TemplateNames.IsPlainText(name));
        }
    }
}

/// <summary>
/// Templates as the engine runs them. A program that builds again and again keeps one of these: what did not change is not compiled anew,
/// which is most of the time that a rebuild would take.
/// </summary>
/// <remarks>For one build at a time: a partial that changed is from then on the one that every template includes.</remarks>
internal sealed class CompiledTemplates
{
    private readonly IHandlebars _engine = CreateEngine(new Encoder());
    private readonly Lazy<IHandlebars> _plainTextEngine = new(() => CreateEngine(new PlainTextEncoder()));
    private readonly Dictionary<(string Name, bool IsPlainText), (string Text, HandlebarsTemplate<TextWriter, object, object> Template)> _known = [];

    /// <summary>The template, compiled unless its text is what it was; a partial is known to all others by its name from then on.</summary>
    /// <param name="isPlainText">Whether it makes plain text: then values are written as they are.</param>
    public HandlebarsTemplate<TextWriter, object, object> Of(TemplateFile file, bool isPlainText = false)
    {
        if (_known.TryGetValue((file.Name, isPlainText), out var known) && known.Text == file.Source.Text)
        {
            return known.Template;
        }

        IHandlebars engine = isPlainText ? _plainTextEngine.Value : _engine;
        using var reader = new StringReader(isPlainText ? file.Source.Text.ReplaceLineEndings("\n") : WithoutIndentation(file.Source));
        HandlebarsTemplate<TextWriter, object, object> template = engine.Compile(reader);
        _known[(file.Name, isPlainText)] = (file.Source.Text, template);
        if (TemplateNames.IsPartial(file.Name))
        {
            engine.RegisterTemplate(TemplateNames.PartialName(file.Name), template);
        }

        return template;
    }

    private static IHandlebars CreateEngine(ITextEncoder encoder)
    {
        var configuration = new HandlebarsConfiguration
        {
            ThrowOnUnresolvedBindingExpression = true,
            FormatProvider = CultureInfo.InvariantCulture,
            TextEncoder = encoder,
        };
        configuration.ObjectDescriptorProviders.Add(new Descriptors());
        return Handlebars.Create(configuration);
    }

    // Indentation is for who reads the template. Left in, each page would carry it, and the engine would indent
    // all that a partial on an indented line of its own writes, texts included.
    private static string WithoutIndentation(SourceText source)
    {
        var text = new StringBuilder(source.Text.Length);
        for (int line = 1; line <= source.LineCount; line++)
        {
            text.Append(line > 1 ? "\n" : "").Append(source.Line(line).TrimStart(" \t"));
        }

        return text.ToString();
    }

    private class Encoder : ITextEncoder
    {
        public void Encode(StringBuilder? text, TextWriter target) => Encode(text?.ToString(), target);

        public virtual void Encode(string? text, TextWriter target) => HtmlText.Write(text, (Utf8Page)target);

        public void Encode<T>(T? text, TextWriter target)
            where T : IEnumerator<char>
        {
            var all = new StringBuilder();
            while (text is not null && text.MoveNext())
            {
                all.Append(text.Current);
            }

            Encode(all, target);
        }
    }

    private sealed class PlainTextEncoder : Encoder
    {
        // What HTML forbids no text needs either.
        public override void Encode(string? text, TextWriter target) => ((Utf8Page)target).Append(HtmlText.Shown(text ?? ""));
    }

    private sealed class Descriptors : IObjectDescriptorProvider
    {
        // The checker lets no template iterate over a record.
        private static readonly Func<ObjectDescriptor, IIterator> NoIterator = static _ => null!;

        public bool TryGetDescriptor(Type type, out ObjectDescriptor value)
        {
            bool isModel = type.Assembly != typeof(string).Assembly && !type.IsArray && type != typeof(Html) && type.Assembly != typeof(Handlebars).Assembly;
            value = isModel ? new(type, new Members(ModelAccess.Of(type)), static (_, _) => Array.Empty<object>(), NoIterator) : ObjectDescriptor.Empty;
            return isModel;
        }
    }

    private sealed class Members(ModelAccess access) : IMemberAccessor
    {
        public bool TryGetValue(object instance, ChainSegment memberName, out object value)
        {
            bool known = access.TryGet(instance, memberName.TrimmedValue, out object? found);
            value = found!;
            return known;
        }
    }
}
