using DigestSite.Papers;
using Microsoft.Playwright;

namespace DigestSite.BrowserTests;

/// <summary>The search page in a browser of its own, and all that the browser says and asks for.</summary>
public abstract class SearchSession(PublishedSite site) : IClassFixture<PublishedSite>, IAsyncLifetime
{
    private readonly List<string> _foreign = [];
    private readonly List<string> _console = [];
    private IBrowserContext _context = null!;

    protected PublishedSite Site => site;

    protected IPage Page { get; private set; } = null!;

    internal Archive Archive => site.Site.Compiled!.Site.Archive;

    protected ILocator Box => Page.Locator("#Query");

    protected ILocator Titles => Page.Locator("#Results h2 a");

    protected ILocator Status => Page.Locator("#Status");

    protected IReadOnlyList<string> Console => _console;

    public async ValueTask InitializeAsync()
    {
        _context = await site.Chromium.NewContextAsync();
        Page = await _context.NewPageAsync();
        Page.Request += (_, request) => _foreign.AddRange(request.Url.StartsWith(site.Address, StringComparison.Ordinal) ? [] : [request.Url]);
        Page.Console += (_, message) => _console.Add(message.Text);
        Page.PageError += (_, error) => _console.Add(error);
    }

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected Task<IResponse?> Open(string query = "") => Page.GotoAsync(site.Address + Routes.Search + query);

    protected void AssertQuiet()
    {
        Assert.Empty(_foreign);
        Assert.Empty(_console);
    }
}
