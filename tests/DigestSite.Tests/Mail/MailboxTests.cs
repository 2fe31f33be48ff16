namespace DigestSite.Tests.Mail;

public class MailboxTests
{
    [Theory]
    [InlineData("digest@host.org", null, "digest@host.org")]
    [InlineData(" A.b+c@Host.ORG ", null, "A.b+c@host.org")]
    [InlineData("Tiny Digest <digest@host.org>", "Tiny Digest", "digest@host.org")]
    [InlineData("\"Digest, tiny\" <digest@host.org>", "Digest, tiny", "digest@host.org")]
    [InlineData("<digest@host.org>", null, "digest@host.org")]
    [InlineData("Größe <digest@bücher.org>", "Größe", "digest@xn--bcher-kva.org")]
    public void An_address_is_read_with_a_name_or_without(string text, string? name, string address)
    {
        Mailbox mailbox = Message.Mailbox(text);
        Assert.Equal((name, address), (mailbox.Name, mailbox.Address));
    }

    [Theory]
    [InlineData("")]
    [InlineData("digest")]
    [InlineData("@host.org")]
    [InlineData("digest@")]
    [InlineData("digest@host")]
    [InlineData("digest@host.org.")]
    [InlineData("digest@host..org")]
    [InlineData("dig est@host.org")]
    [InlineData(".digest@host.org")]
    [InlineData("di..gest@host.org")]
    [InlineData("größe@host.org")]
    [InlineData("a@b@host.org")]
    [InlineData("digest@host.org>")]
    [InlineData("digest@host.org> RCPT TO:<x@y.org")]
    [InlineData("x\r\nBcc: a <digest@host.org>")]
    [InlineData("digest@host.org\r\nRCPT TO:<x@y.org>")]
    [InlineData("digest@ho st.org")]
    [InlineData("digest@-host.org")]
    [InlineData("\"a b\"@host.org")]
    public void What_is_none_is_refused(string text) => Assert.False(Mailbox.TryParse(text, out _));

    [Fact]
    public void What_no_server_takes_is_refused()
    {
        Assert.False(Mailbox.TryParse(new string('a', 65) + "@host.org", out _));
        Assert.False(Mailbox.TryParse("a@" + string.Join('.', Enumerable.Repeat(new string('b', 60), 5)), out _));
    }
}
