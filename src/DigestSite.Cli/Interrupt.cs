using System.Runtime.InteropServices;

namespace DigestSite.Cli;

/// <summary>Ctrl-C, or a job's order to end. Once it is awaited the first one is only noted, so that what was begun can be undone; the second ends the program.</summary>
internal sealed class Interrupt : IDisposable
{
    private readonly List<PosixSignalRegistration> _awaited = [];
    private volatile bool _came;

    public bool Came => _came;

    public void Await()
    {
        _awaited.Add(PosixSignalRegistration.Create(PosixSignal.SIGINT, Note));
        _awaited.Add(PosixSignalRegistration.Create(PosixSignal.SIGTERM, Note));
    }

    /// <summary>For what can be undone up to here.</summary>
    /// <exception cref="OperationCanceledException">It came.</exception>
    public void ThrowIfCame()
    {
        if (_came)
        {
            throw new OperationCanceledException();
        }
    }

    public void Dispose()
    {
        foreach (PosixSignalRegistration signal in _awaited)
        {
            signal.Dispose();
        }
    }

    private void Note(PosixSignalContext signal)
    {
        signal.Cancel = !_came;
        _came = true;
    }
}
