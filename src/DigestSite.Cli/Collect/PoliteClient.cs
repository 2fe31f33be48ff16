using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using DigestSite.Collecting;
using DigestSite.Diagnostics;
using DigestSite.Papers;
using Polly;
using Polly.Retry;

namespace DigestSite.Cli.Collect;

/// <summary>
/// Asks sources one request at a time: spaced, again after a while where that may help, and only for what has changed. It says who asks.
/// </summary>
internal sealed class PoliteClient : IDisposable
{
    private const int MostRedirects = 5;
    private const int MostRetries = 3;

    // A source that wants a longer rest is left alone until the next run.
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

    private readonly HttpClient _http;
    private readonly TimeProvider _clock;
    private readonly ResiliencePipeline<Answered> _retries;
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);
    private TimeSpan _pause;

    /// <summary>Begins without a connection.</summary>
    /// <param name="userAgent">Who asks: the program, and the site that it asks for.</param>
    /// <param name="timeout">How long one answer may take.</param>
    /// <param name="clock">What waiting is done by.</param>
    public PoliteClient(string userAgent, TimeSpan timeout, TimeProvider clock)
    {
        _clock = clock;
        _http = new(new SocketsHttpHandler
        {
            AutomaticDecompression = DecompressionMethods.All,
            MaxAutomaticRedirections = MostRedirects,
            ConnectTimeout = timeout,
            UseCookies = false,
        })
        {
            Timeout = timeout,
            MaxResponseContentBufferSize = InputFile.MadeLimit,
        };
        _http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", userAgent);
        _retries = new ResiliencePipelineBuilder<Answered> { TimeProvider = clock }.AddRetry(new RetryStrategyOptions<Answered>
        {
            ShouldHandle = asked => ValueTask.FromResult(asked.Outcome.Result is { IsPassing: true } answered && !(answered.RetryAfter > LongestWait)),
            MaxRetryAttempts = MostRetries,
            DelayGenerator = asked => ValueTask.FromResult<TimeSpan?>(Longer(asked.Outcome.Result?.RetryAfter ?? TimeSpan.Zero, _pause * Math.Pow(2, asked.AttemptNumber + 1))),
        }).Build();
    }

    public void Dispose() => _http.Dispose();

    /// <summary>What came of it, at the latest after a few attempts. Failures are answers too; only <paramref name="end"/> throws.</summary>
    public async Task<Answer> Ask(Wanted wanted, CancellationToken end)
    {
        _pause = wanted.Pause;
        if (!_asked.Add(wanted.Address.Authority) && _pause > TimeSpan.Zero)
        {
            await Task.Delay(_pause, _clock, end);
        }

        Answered last = await _retries.ExecuteAsync(async token => await AskOnce(wanted, token), end);
        return last.Answer with { WantsRest = last.IsPassing && last.RetryAfter > LongestWait };
    }

    private async Task<Answered> AskOnce(Wanted wanted, CancellationToken end)
    {
        try
        {
            using HttpRequestMessage request = RequestFor(wanted);
            using HttpResponseMessage response = await _http.SendAsync(request, HttpCompletionOption.ResponseContentRead, end);
            return response.StatusCode switch
            {
                HttpStatusCode.OK => new(await AnswerOf(response, end)),
                HttpStatusCode.NotModified => new(new() { IsUnchanged = true, ETag = response.Headers.ETag?.ToString() }),
                _ => Failed(response),
            };
        }
        catch (OperationCanceledException late) when (late.InnerException is TimeoutException)
        {
            return new(Answer.Failed(string.Create(CultureInfo.InvariantCulture, $"none came within {_http.Timeout.TotalSeconds} s")), IsPassing: true);
        }
        catch (HttpRequestException failure)
        {
            return failure.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded
                ? new(Answer.Failed(string.Create(CultureInfo.InvariantCulture, $"it is larger than {InputFile.MadeLimit >> 20} MiB"), isRefusal: true))
                : new(Answer.Failed(failure.InnerException?.Message ?? failure.Message), IsPassing: true);
        }
        catch (UriFormatException)
        {
            // Of the place that a redirect leads to.
            return new(Answer.Failed("it is redirected to no address of the web", isRefusal: true));
        }
        catch (Exception failure) when (failure is InvalidDataException or IOException)
        {
            return new(Answer.Failed(failure.Message), IsPassing: true);
        }
    }

    private static HttpRequestMessage RequestFor(Wanted wanted)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, wanted.Address);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(wanted.Format == DumpFormat.DailyPapers ? "application/json" : "application/atom+xml"));
        if (wanted.Validators?.ETag is { } tag)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        }

        if (wanted.Validators?.LastModified is { } date)
        {
            request.Headers.TryAddWithoutValidation("If-Modified-Since", date);
        }

        return request;
    }

    private static async Task<Answer> AnswerOf(HttpResponseMessage response, CancellationToken end) => new()
    {
        Bytes = await response.Content.ReadAsByteArrayAsync(end),
        MediaType = response.Content.Headers.ContentType?.MediaType,
        ETag = response.Headers.ETag?.ToString(),
        LastModified = response.Content.Headers.LastModified?.ToString("R", CultureInfo.InvariantCulture),
    };

    private Answered Failed(HttpResponseMessage response)
    {
        int status = (int)response.StatusCode;
        string said = string.Create(CultureInfo.InvariantCulture, $"{status} {response.ReasonPhrase}");
        bool isPassing = status is >= 500 or 408 or 425 or 429;
        TimeSpan? retryAfter = response.Headers.RetryAfter is { } after ? after.Delta ?? after.Date - _clock.GetUtcNow() : null;
        return status is >= 300 and < 400
            ? new(Answer.Failed($"{said}: redirected more than {MostRedirects} times, or to no address of the web", isRefusal: true))
            : new(Answer.Failed(said, isRefusal: !isPassing), isPassing, retryAfter);
    }

    private static TimeSpan Longer(TimeSpan asked, TimeSpan own) => asked > own ? asked : own;

    /// <summary>One attempt.</summary>
    /// <param name="IsPassing">Whether asking again in a while may help.</param>
    /// <param name="RetryAfter">After what while, where the source says so.</param>
    private sealed record Answered(Answer Answer, bool IsPassing = false, TimeSpan? RetryAfter = null);
}
