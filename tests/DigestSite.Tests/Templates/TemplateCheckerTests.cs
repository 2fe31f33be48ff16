using DigestSite.Diagnostics;
using DigestSite.Templates;

namespace DigestSite.Tests.Templates;

public class TemplateCheckerTests
{
    [Theory]
    [InlineData("DS406", "{{title", "<p>{{title</p>\n{{note}}")]
    [InlineData("DS406", "{{!--", "a {{!-- never")]
    [InlineData("DS406", "{{{body", "{{{body}} {{title}}")]
    [InlineData("DS407", "{{#if is_new}}", "{{#if is_new}}x")]
    [InlineData("DS408", "each", "{{#if is_new}}x{{/each}}")]
    [InlineData("DS409", "{{/if}}", "x{{/if}}")]
    [InlineData("DS410", "{{else}}", "x{{else}}")]
    [InlineData("DS420", "{{^}}", "{{#if is_new}}{{^}}{{/if}}")]
    [InlineData("DS420", "{{else if note}}", "{{#if is_new}}{{else if note}}{{/if}}")]
    [InlineData("DS420", "{{~title}}", "{{~title}}")]
    [InlineData("DS420", "{{&body}}", "{{&body}}")]
    [InlineData("DS420", "{{\"text\"}}", "{{\"text\"}}")]
    [InlineData("DS420", "{{title}}", "\\{{title}}")]
    [InlineData("DS420", "{{title}}", "{{title}}}")]
    [InlineData("DS420", "{{}}", "{{}}")]
    [InlineData("DS420", "{{> partials/card}}", "{{> partials/card}}")]
    [InlineData("DS420", "{{> card.hbs}}", "{{> card.hbs}}")]
    [InlineData("DS420", "{{> card best note=title}}", "{{> card best note=title}}")]
    [InlineData("DS420", "{{# if is_new}}", "{{# if is_new}}")]
    [InlineData("DS420", "{{#if}}", "{{#if}}{{/if}}")]
    [InlineData("DS420", "{{#each items as x}}", "{{#each items as x}}{{/each}}")]
    [InlineData("DS411", "titel", "<p>{{titel}}</p>")]
    [InlineData("DS411", "nam", "{{#each items}}{{nam}}{{/each}}")]
    [InlineData("DS411", "name", "{{name}}")]
    [InlineData("DS411", "x", "{{best.x}}")]
    [InlineData("DS411", "length", "{{title.length}}")]
    [InlineData("DS411", "length", "{{#if items.length}}{{/if}}")]
    [InlineData("DS411", "0", "{{items.0.name}}")]
    [InlineData("DS420", "{{#if note == title}}", "{{#each items}}{{#if note == title}}{{nonsense}}{{else}}{{nonsense}}{{/if}}{{name}}{{/each}}")]
    [InlineData("DS420", "{{#with (first items)}}", "{{#with (first items)}}{{name}}{{/with}}{{title}}")]
    [InlineData("DS411", "@first", "{{#if @first}}{{/if}}")]
    [InlineData("DS411", "@key", "{{#each items}}{{@key}}{{/each}}")]
    [InlineData("DS411", "@index", "{{#each items}}{{#with ../best}}{{@index}}{{/with}}{{/each}}")]
    [InlineData("DS411", "Title", "{{Title}}")]
    [InlineData("DS412", "foreach", "{{#foreach items}}{{anything}}{{/foreach}}")]
    [InlineData("DS413", "upper", "{{upper title}}")]
    [InlineData("DS414", "crad", "{{> crad}}")]
    [InlineData("DS416", "{{{title}}}", "{{{title}}}")]
    [InlineData("DS417", "body", "{{body}}")]
    [InlineData("DS417", "items", "{{items}}")]
    [InlineData("DS417", "is_new", "{{is_new}}")]
    [InlineData("DS417", "best", "{{best}}")]
    [InlineData("DS418", "title", "{{#each title}}{{/each}}")]
    [InlineData("DS418", "items", "{{#with items}}{{/with}}")]
    [InlineData("DS418", "title", "{{> card title}}")]
    [InlineData("DS419", "worst.name", "{{worst.name}}")]
    [InlineData("DS419", "worst", "{{> card worst}}")]
    [InlineData("DS421", "..", "{{../title}}")]
    [InlineData("DS421", "..", "{{#each items}}{{../../title}}{{/each}}")]
    [InlineData("DS421", "..", "{{#with best}}{{#each ../items}}{{else}}{{../title}}{{/each}}{{/with}}")]
    [InlineData("DS421", "..", "{{#each items}}{{else}}{{#with best}}{{../../title}}{{/with}}{{/each}}")]
    [InlineData("DS422", "{{title}}", "<p class={{title}}>")]
    [InlineData("DS422", "{{title}}", "<p {{title}}>")]
    [InlineData("DS422", "{{title}}", "<script>let x = {{title}};</script>")]
    [InlineData("DS422", "{{title}}", "<script src=\"{{note}}\">{{title}}</script>")]
    [InlineData("DS422", "{{title}}", "<style>{{title}}</style>")]
    [InlineData("DS422", "{{title}}", "<p onclick=\"{{title}}\">")]
    [InlineData("DS422", "{{title}}", "<p style='{{title}}'>")]
    [InlineData("DS422", "{{title}}", "<!-- {{title}} -->")]
    [InlineData("DS422", "{{{body}}}", "<p title=\"{{{body}}}\">")]
    [InlineData("DS422", "{{> card best}}", "<p title=\"{{> card best}}\">")]
    [InlineData("DS423", "{{#if is_new}}", "<p {{#if is_new}}title=\"{{/if}}\">")]
    [InlineData("DS423", "{{#if is_new}}", "<p>{{#if is_new}}<i {{else}}<b {{/if}}>")]
    [InlineData("DS424", "<p title='", "{{title}}<p title='")]
    [Provokes("DS406", "DS407", "DS408", "DS409", "DS410", "DS411", "DS412", "DS413", "DS414", "DS416", "DS417", "DS418", "DS419")]
    [Provokes("DS420", "DS421", "DS422", "DS423", "DS424")]
    public void A_fault_is_told_at_its_place(string id, string place, string template)
    {
        Diagnostic fault = Assert.Single(Faults(template), d => d.Severity == Severity.Error);
        Assert.Equal(id, fault.Id);
        Assert.Equal("templates/page.hbs", fault.Span.FileName);
        Assert.Equal(place, Pointed(fault));
    }

    [Theory]
    [InlineData("{{title}} {{note}} {{item_count}} {{{body}}}", "T&amp;T  2 <b>raw</b>")]
    [InlineData("{{#if is_new}}a{{else}}b{{/if}}{{#unless is_new}}a{{else}}b{{/unless}}", "ab")]
    [InlineData("{{#if note}}a{{else}}b{{/if}}{{#if worst}}a{{else}}b{{/if}}{{#if items}}a{{/if}}{{#if body}}a{{/if}}{{#if best}}a{{/if}}{{#if item_count}}a{{/if}}", "bbaaaa")]
    [InlineData("{{#each items}}{{@index}}{{name}}{{remark}}{{#if @first}}F{{/if}}{{#unless @last}},{{/unless}}{{../title}}{{/each}}", "0oneF,T&amp;T1twoxT&amp;T")]
    [InlineData("{{#each more_items}}x{{else}}none {{title}}{{/each}}", "none T&amp;T")]
    [InlineData("{{#each words}}{{this}}{{#if ../is_new}}{{../best.name}}{{/if}}{{/each}}", "abestbbest")]
    [InlineData("{{#with best}}{{name}}{{this.name}}{{../title}}{{else}}x{{/with}}", "bestbestT&amp;T")]
    [InlineData("{{#with worst}}x{{else}}{{title}}{{/with}}", "T&amp;T")]
    [InlineData("{{#with best}}{{#each ../items}}{{name}}{{../name}}{{../../item_count}}{{/each}}{{/with}}", "onebest2twobest2")]
    [InlineData("{{#each more_items}}{{else}}{{#with best}}{{../title}}{{/with}}{{/each}}", "T&amp;T")]
    [InlineData("{{this.title}}{{best.name}}{{ title }}{{# with}}", null)]
    [InlineData("{{#each items}}{{> card}}{{/each}}{{> card best}}{{>card best}}", "[one][two][best][best]")]
    [InlineData("  {{#each items}}\n    {{> card}}\n  {{/each}}\n", "[one][two]")]
    [InlineData("{{!-- {{nothing}} --}}a{{! note }}b", "ab")]
    [InlineData("<a{{#if is_new}} class=\"new\"{{/if}} title='{{title}}'>{{#unless note}}x{{/unless}}</a>", "<a class=\"new\" title='T&amp;T'>x</a>")]
    [InlineData("<p onmouse>{{title}}</p><script>1 < 2</script>{{title}}", "<p onmouse>T&amp;T</p><script>1 < 2</script>T&amp;T")]
    [InlineData("{ {{title}} } a < b {{title}} }}", "{ T&amp;T } a < b T&amp;T }}")]
    public void What_is_accepted_renders(string template, string? expected)
    {
        var diagnostics = new DiagnosticBag();
        TemplateSet? set = TemplateSet.Load(Files(template, "[{{name}}]"), [new("page.hbs", typeof(TestPage))], "templates", diagnostics);
        Assert.Equal(expected is null, set is null);
        Assert.Equal(expected is null, diagnostics.HasErrors);
        Assert.Equal(expected ?? "", set is null ? "" : System.Text.Encoding.UTF8.GetString(set.Render("page.hbs", TestPage.Sample).Span).Replace("\n", "", StringComparison.Ordinal));
    }

    [Fact]
    public void The_way_out_names_what_was_probably_meant()
    {
        Assert.Equal("did you mean `title`?", Faults("{{titel}}").Single(IsError).WayOut);
        Assert.Contains("did you mean `card`?", Faults("{{> crad}}").Single(IsError).WayOut, StringComparison.Ordinal);
        Assert.Equal("did you mean `each`?", Faults("{{#eahc items}}{{/eahc}}").Single(IsError).WayOut);
        Assert.Equal("write `{{#if is_new}}…{{/if}}`", Faults("{{is_new}}").Single(IsError).WayOut);
        Assert.Equal("go through it, `{{#each items}}…{{/each}}`, or ask `{{#if items}}`", Faults("{{items.length}}").Single(IsError).WayOut);
        Assert.Equal("write `{{title}}` alone", Faults("{{title.length}}").Single(IsError).WayOut);
        Assert.Equal("a block takes one name and compares nothing: `{{#if name}}`", Faults("{{#if note == title}}{{/if}}").Single(IsError).WayOut);
        Assert.EndsWith(" (included by templates/page.hbs(1,2))", Faults("x{{> card best}}", "{{nam}}").Single(IsError).WayOut, StringComparison.Ordinal);
        Assert.Equal("write `{{{body}}}`", Faults("{{body}}").Single(IsError).WayOut);
        Assert.Equal("write `{{title}}`; three braces are for markup that the program made", Faults("{{{title}}}").Single(IsError).WayOut);
        Assert.Equal("`{{/each}}` closes `{{#if}}` of line 1", Faults("{{#if note}}\n{{/each}}").Single(IsError).Message);
    }

    [Fact]
    public void A_name_that_no_page_knows_is_told_once_for_all_that_include_it()
    {
        Diagnostic fault = Assert.Single(Faults("{{> card}}{{#each items}}{{> card}}{{/each}}{{> card best}}", "{{nowhere}}"));
        Assert.EndsWith(" (included by templates/page.hbs(1,1), and by one other)", fault.WayOut, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fault_in_a_partial_is_told_in_the_partial_for_each_model_that_lacks_the_name()
    {
        Diagnostic fault = Assert.Single(Faults("{{> card best}}{{> card}}", "\n {{name}}{{remark}}"), d => d.Message.Contains("`name`", StringComparison.Ordinal));
        Assert.Equal("DS411", fault.Id);
        Assert.Equal(("templates/partials/card.hbs", 2, 4), (fault.Span.FileName, fault.Span.Line, fault.Span.Column));
        Assert.Equal("`name` is no name here (TestPage)", fault.Message);
    }

    [Fact]
    public void A_partial_cannot_reach_above_what_it_is_given() =>
        Assert.Equal("DS421", Faults("{{#each items}}{{> card}}{{/each}}", "{{../title}}").Single(IsError).Id);

    [Fact]
    [Provokes("DS415")]
    public void A_partial_that_includes_itself_is_told_with_its_circle()
    {
        Diagnostic fault = Faults("{{> card best}}", "{{> card}}").Single(IsError);
        Assert.Equal("DS415", fault.Id);
        Assert.Equal("card", Pointed(fault));
        Assert.Equal("the partial `card` includes itself: card → card", fault.Message);
    }

    [Fact]
    [Provokes("DS404")]
    public void A_kind_of_page_without_template_is_told_with_the_file_to_add()
    {
        var diagnostics = new DiagnosticBag();
        Assert.Null(TemplateSet.Load(Files("x", "x"), [new("pages.hbs", typeof(TestPage))], "templates", diagnostics));
        Diagnostic fault = diagnostics.InOrder().Single(IsError);
        Assert.Equal(("DS404", "templates"), (fault.Id, fault.Span.FileName));
        Assert.Equal("add the file `pages.hbs` to this folder; did you mean `page.hbs`?", fault.WayOut);
    }

    [Fact]
    [Provokes("DS405")]
    public void A_template_that_nothing_uses_is_a_warning()
    {
        Diagnostic fault = Assert.Single(Faults("x"));
        Assert.Equal(("DS405", Severity.Warning, "templates/partials/card.hbs"), (fault.Id, fault.Severity, fault.Span.FileName));
    }

    private static bool IsError(Diagnostic diagnostic) => diagnostic.Severity == Severity.Error;

    private static string Pointed(Diagnostic diagnostic) => diagnostic.Span.LineText!.Substring(diagnostic.Span.Column - 1, diagnostic.Span.Length);

    private static IReadOnlyList<Diagnostic> Faults(string template, string card = "[{{name}}]")
    {
        var diagnostics = new DiagnosticBag();
        TemplateSet.Load(Files(template, card), [new("page.hbs", typeof(TestPage))], "templates", diagnostics);
        return diagnostics.InOrder();
    }

    private static TemplateFiles Files(string template, string card) => new()
    {
        Templates = new[] { ("page.hbs", template), ("partials/card.hbs", card) }.Select(t => new TemplateFile(t.Item1, new SourceText("templates/" + t.Item1, t.Item2))).ToEquatableArray(),
        Assets = [],
    };
}
