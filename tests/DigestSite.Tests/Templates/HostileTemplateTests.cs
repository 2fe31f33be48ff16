using System.Text;
using DigestSite.Diagnostics;
using DigestSite.Templates;

namespace DigestSite.Tests.Templates;

public class HostileTemplateTests
{
    [Theory]
    [Provokes("DS066")]
    [InlineData(10_000)]
    [InlineData(33)]
    public void Blocks_nested_too_deeply_are_told_once_at_the_first_that_is(int depth)
    {
        string template = Repeated("{{#if title}}\n", depth) + "x" + Repeated("{{/if}}", depth);
        Diagnostic fault = Assert.Single(Faults(new() { ["page.hbs"] = template }));
        Assert.Equal(("DS066", 33, 1), (fault.Id, fault.Span.Line, fault.Span.Column));
    }

    [Fact]
    public void Thirty_two_levels_render()
    {
        string template = Repeated("{{#if title}}", 32) + "x" + Repeated("{{/if}}", 32);
        Assert.Empty(Faults(new() { ["page.hbs"] = template }));
    }

    [Fact]
    public void Ten_thousand_blocks_that_stay_open_are_told_and_nothing_more() =>
        Assert.All(Faults(new() { ["page.hbs"] = Repeated("{{#if title}}", 10_000) }), f => Assert.True(f.Id is "DS066" or "DS407", f.ToString()));

    [Fact]
    [Provokes("DS067")]
    public void A_chain_of_a_thousand_partials_is_told_where_it_grows_too_long()
    {
        var templates = Enumerable.Range(0, 1000).ToDictionary(i => $"partials/p{i}.hbs", i => i == 999 ? "x" : $"{{{{> p{i + 1}}}}}", StringComparer.Ordinal);
        templates["page.hbs"] = "{{> p0}}";
        Diagnostic fault = Faults(templates).First(d => d.Severity == Severity.Error);
        Assert.Equal(("DS067", "templates/partials/p15.hbs"), (fault.Id, fault.Span.FileName));
    }

    private static IReadOnlyList<Diagnostic> Faults(Dictionary<string, string> templates)
    {
        var diagnostics = new DiagnosticBag();
        var files = new TemplateFiles
        {
            Templates = templates.Select(t => new TemplateFile(t.Key, new SourceText("templates/" + t.Key, t.Value))).OrderBy(t => t.Name, StringComparer.Ordinal).ToEquatableArray(),
            Assets = [],
        };
        TemplateSet? loaded = TemplateSet.Load(files, [new("page.hbs", typeof(Titled))], "templates", diagnostics);
        Assert.Equal(diagnostics.HasErrors, loaded is null);
        return diagnostics.InOrder();
    }

    private static string Repeated(string part, int times) => new StringBuilder().Insert(0, part, times).ToString();

    private sealed record Titled(string Title);
}
