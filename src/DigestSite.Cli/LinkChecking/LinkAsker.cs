using System.Globalization;
using System.Net;
using System.Text;
using DigestSite.Links.External;
using Polly;
using Polly.Retry;

namespace DigestSite.Cli.LinkChecking;

/// <summary>Asks addresses of other sites whether they are there: in turn, politely, and no more of each than is needed.</summary>
internal sealed class LinkAsker : IDisposable
{
    private const int Tries = 3;

    // Longer pages are not looked through to their end.
    private const int LargestPage = 2 << 20;
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(2);

    private readonly PublicGate _gate;
    private readonly HostTurns _turns;
    private readonly TimeSpan _oneAnswer;
    private readonly TimeProvider _clock;
    private readonly HttpClient _http;
    private readonly ResiliencePipeline<Attempt> _retries;

    /// <summary>Begins without a connection.</summary>
    /// <param name="oneAnswer">How long one answer may take.</param>
    /// <param name="clock">What waiting is done by.</param>
    /// <param name="jitter">From 0 up to 1: spreads waits, so that not all come back at once.</param>
    public LinkAsker(PublicGate gate, string userAgent, TimeSpan oneAnswer, TimeProvider clock, Func<double> jitter)
    {
        (_gate, _oneAnswer, _clock, _turns) = (gate, oneAnswer, clock, new(clock));
        _http = new(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.All,
            ActivityHeadersPropagator = null,
            ConnectCallback = gate.Connect,
            ResponseHeaderEncodingSelector = (_, _) => Encoding.UTF8,
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        _http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", userAgent);
        _http.DefaultRequestHeaders.TryAddWithoutValidation("Accept", "text/html, application/xhtml+xml, */*;q=0.8");
        _retries = new ResiliencePipelineBuilder<Attempt> { TimeProvider = clock }.AddRetry(new RetryStrategyOptions<Attempt>
        {
            ShouldHandle = asked => ValueTask.FromResult(asked.Outcome.Result is { IsPassing: true } attempt && !(attempt.Rest > HostTurns.LongestRest)),
            MaxRetryAttempts = Tries - 1,
            DelayGenerator = asked =>
            {
                TimeSpan own = FirstWait * Math.Pow(2, asked.AttemptNumber) * (0.5 + jitter());
                return ValueTask.FromResult<TimeSpan?>(asked.Outcome.Result?.Rest is { } rest && rest > own ? rest : own);
            },
        }).Build();
    }

    public void Dispose()
    {
        _http.Dispose();
        _turns.Dispose();
    }

    /// <summary>What came of it, after three tries at most; null when the host wants to be left alone. Only <paramref name="end"/> throws.</summary>
    public async Task<LinkAnswer?> Ask(AskedAddress wanted, CancellationToken end)
    {
        int tries = 0;
        Attempt last = await _retries.ExecuteAsync(async token => await Try(wanted, isFirst: tries++ == 0, token), end);
        return last.Answer;
    }

    // A host that stumbles over HEAD gets a GET the next time, and so does one whose page is wanted.
    private async Task<Attempt> Try(AskedAddress wanted, bool isFirst, CancellationToken end)
    {
        var way = new RedirectWay(new Uri(wanted.Address));
        HttpMethod method = isFirst && wanted.Fragments.Count == 0 ? HttpMethod.Head : HttpMethod.Get;
        while (true)
        {
            Hop? hop = await _gate.Admits(way.Url, end) ? await Send(way, method, wanted.Fragments.Count > 0, end) : Hop.Failed(AnswerKind.Private);
            if (hop is null)
            {
                return new(null);
            }

            if (hop.IsRedirect)
            {
                if (way.Follow(hop.Location!, hop.Status is 301 or 308) is { } fault)
                {
                    return new(AnswerOf(wanted, way, Hop.Failed(fault)));
                }
            }
            else if (method == HttpMethod.Head && hop is { Kind: AnswerKind.Status, Status: 403 or 404 or 405 or 501 })
            {
                method = HttpMethod.Get;
            }
            else
            {
                return new(AnswerOf(wanted, way, hop), hop.IsPassing, hop.Rest);
            }
        }
    }

    private async Task<Hop?> Send(RedirectWay way, HttpMethod method, bool wantsPage, CancellationToken end)
    {
        using IDisposable? turn = await _turns.Take(way.Url.IdnHost, end);
        if (turn is null)
        {
            return null;
        }

        using var over = CancellationTokenSource.CreateLinkedTokenSource(end);
        over.CancelAfter(_oneAnswer);
        try
        {
            using var request = new HttpRequestMessage(method, way.Url);
            if (way.Cookies is { Length: > 0 } cookies)
            {
                request.Headers.TryAddWithoutValidation("Cookie", cookies);
            }

            using HttpResponseMessage response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, over.Token);
            Hop hop = await HopOf(response, wantsPage && method == HttpMethod.Get, over.Token);
            if (hop.Rest is { } rest)
            {
                _turns.Rest(way.Url.IdnHost, rest);
            }

            foreach (string cookie in hop.Cookies)
            {
                way.Keep(cookie);
            }

            return hop;
        }
        catch (OperationCanceledException) when (!end.IsCancellationRequested)
        {
            return Hop.Failed(AnswerKind.NoAnswer, string.Create(CultureInfo.InvariantCulture, $"no answer came within {_oneAnswer.TotalSeconds} s"), isPassing: true);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or InvalidDataException)
        {
            return Hop.Failed(failure);
        }
    }

    private async Task<Hop> HopOf(HttpResponseMessage response, bool wantsPage, CancellationToken end)
    {
        int status = (int)response.StatusCode;
        string? Header(string name) => response.Headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;
        (string? page, bool isWhole) = wantsPage && response.IsSuccessStatusCode && response.Content.Headers.ContentType?.MediaType is "text/html" or "application/xhtml+xml"
            ? await Read(response.Content, end)
            : default;
        return new()
        {
            Status = status,
            Location = Header("Location"),
            Cookies = response.Headers.NonValidated.TryGetValues("Set-Cookie", out var cookies) ? [.. cookies] : [],
            Rest = RestWanted.Of(status, Header, _clock.GetUtcNow()),
            Page = page,
            IsWhole = isWhole,
            IsPassing = status is 408 or 429 or (>= 500 and < 600 and not 501),
        };
    }

    private static async Task<(string Page, bool IsWhole)> Read(HttpContent content, CancellationToken end)
    {
        await using Stream stream = await content.ReadAsStreamAsync(end);
        byte[] bytes = new byte[LargestPage];
        int length = await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, end);
        return (EncodingOf(content.Headers.ContentType?.CharSet).GetString(bytes, 0, length), length < bytes.Length);
    }

    // Ids are nearly always ASCII, which nearly all encodings have alike.
    private static Encoding EncodingOf(string? name)
    {
        try
        {
            return name is null ? Encoding.UTF8 : Encoding.GetEncoding(name.Trim('"', '\''));
        }
        catch (ArgumentException)
        {
            return Encoding.Latin1;
        }
    }

    private LinkAnswer AnswerOf(AskedAddress wanted, RedirectWay way, Hop hop) => new()
    {
        Address = wanted.Address,
        Kind = hop.Kind,
        Status = hop.Status,
        Detail = hop.Detail,
        Final = way.Url.AbsoluteUri,
        MovedTo = way.MovedTo?.AbsoluteUri,
        Asked = _clock.GetUtcNow(),
        Fragments = hop.Page is { } page && !way.HasOwnFragment
            ? ForeignPage.Look(page, hop.IsWhole, wanted.Fragments)
            : wanted.Fragments.ToDictionary(f => f, _ => FragmentState.Unknown, StringComparer.Ordinal),
    };

    /// <summary>One try: all redirects of it.</summary>
    private sealed record Attempt(LinkAnswer? Answer, bool IsPassing = false, TimeSpan? Rest = null);
}
