using static DigestSite.Tests.Links.External.LoopbackWeb;

namespace DigestSite.Tests.Links.External;

/// <summary>Rows 35 and 41 of what a link check must know: what is gone, what cannot be told, and what is never asked.</summary>
public class UntoldHostTests
{
    [Theory]
    [Provokes("DS680", "DS683")]
    [InlineData(404, "DS680: `http://a.host.org/x` in <a href> is broken: 404, there is no such page")]
    [InlineData(410, "DS680: `http://a.host.org/x` in <a href> is broken: 410, the page was removed")]
    [InlineData(401, "DS683: whether `http://a.host.org/x` in <a href> is good could not be told: 401, it asks for a password")]
    [InlineData(403, "DS683: whether `http://a.host.org/x` in <a href> is good could not be told: 403, it refuses programs, or everybody")]
    [InlineData(429, "DS683: whether `http://a.host.org/x` in <a href> is good could not be told: 429, it was asked too often")]
    [InlineData(451, "DS683: whether `http://a.host.org/x` in <a href> is good could not be told: 451, it is withheld by law")]
    [InlineData(999, "DS683: whether `http://a.host.org/x` in <a href> is good could not be told: 999, it refuses programs")]
    [InlineData(418, "DS683: whether `http://a.host.org/x` in <a href> is good could not be told: 418")]
    public async Task Row_35_what_is_gone_is_an_error_and_what_cannot_be_told_a_warning(int status, string told)
    {
        await using AskedSite site = await AskedSite.Start("http://a.host.org/x");
        site.Web.Answer = (context, _) => Status(context, status);
        Assert.Equal([told], await site.Check());
        Assert.Equal(told.StartsWith("DS680", StringComparison.Ordinal), site.Diagnostics.HasErrors);
    }

    [Fact]
    public async Task Row_35_a_host_that_is_not_there_is_an_error_and_one_that_cannot_be_looked_up_a_warning()
    {
        await using AskedSite site = await AskedSite.Start("http://no.host.org/x", "http://later.host.org/x");
        Assert.Equal(
            [
                "DS680: `http://no.host.org/x` in <a href> is broken: there is no host `no.host.org`",
                "DS683: whether `http://later.host.org/x` in <a href> is good could not be told: its name cannot be looked up now",
            ],
            await site.Check());
    }

    [Fact]
    public async Task Row_35_a_certificate_that_nobody_trusts_is_a_warning_and_nothing_is_asked_through_it()
    {
        await using AskedSite site = await AskedSite.Start("https://tls.host.org/x");
        string told = Assert.Single(await site.Check());
        Assert.StartsWith("DS683: whether `https://tls.host.org/x` in <a href> is good could not be told: The remote certificate is invalid", told, StringComparison.Ordinal);
        Assert.Empty(site.Asked);
        Assert.Empty(site.Clock.Waits);
    }

    [Theory]
    [Provokes("DS685")]
    [InlineData("http://[::ffff:127.0.0.1]:PORT/secret", "[::ffff:127.0.0.1]")]
    [InlineData("http://mapped.host.org:PORT/secret", "mapped.host.org")]
    [InlineData("http://ten.host.org:PORT/secret", "ten.host.org")]
    [InlineData("//localhost:PORT/secret", "localhost")]
    [InlineData("http://169.254.169.254/latest/", "169.254.169.254")]
    [InlineData("http://2130706434:PORT/secret", "127.0.0.2")]
    [InlineData("http://[64:ff9b::a00:1]/", "[64:ff9b::a00:1]")]
    [InlineData("http://printer.local/", "printer.local")]
    public async Task Row_41_redirects_to_private_addresses_are_not_followed(string target, string host)
    {
        await using AskedSite site = await AskedSite.Start("http://a.host.org/x");
        string location = target.Replace("PORT", site.Web.Port.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        site.Web.Answer = (context, _) => Status(context, 302, ("Location", location));
        Assert.Equal([$"DS685: `http://a.host.org/x` in <a href> was not followed: it leads to `{host}`, which the public cannot reach"], await site.Check());
        Assert.Equal(["HEAD a.host.org/x"], site.Asked);
        Assert.DoesNotContain(site.Clock.Waits, w => w > 1);
    }

    [Fact]
    public async Task Row_41_a_name_that_leads_to_private_addresses_is_not_asked_and_of_several_addresses_only_the_public_one()
    {
        await using AskedSite site = await AskedSite.Start("http://ten.host.org/x", "http://mapped.host.org/x", "http://mixed.host.org/x");
        Assert.Equal(["DS685", "DS685"], (await site.Check()).Select(t => t[..5]));
        Assert.Equal(["HEAD mixed.host.org/x"], site.Asked);
    }
}
