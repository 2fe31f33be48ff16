namespace DigestSite.Relating;

/// <summary>
/// Draws related papers together and pushes others apart, round by round with smaller steps: the gradient of UMAP (McInnes, Healy and
/// Melville 2018, with a = b = 1), where each pull goes with a few pushes against papers drawn from a fixed sequence. Only operations
/// that IEEE 754 rounds exactly are used, in one order.
/// </summary>
internal sealed class Relaxation(RelatedGraph graph, double[] x, double[] y)
{
    private const int Rounds = 240;
    private const int PushesAPull = 4;
    private const double MaxStep = 4;
    private const double Gravity = 0.002;
    private const double Nearest = 0.01;

    private uint _sequence = 2463534242;

    public void Run()
    {
        for (int round = 0; round < Rounds; round++)
        {
            double rate = 1 - ((double)round / Rounds);
            foreach ((int from, int to, double strength) in graph.Edges)
            {
                Pull(from, to, rate * strength);
                for (int k = 0; k < PushesAPull; k++)
                {
                    Push(from, Next(), rate * strength);
                    Push(to, Next(), rate * strength);
                }
            }

            for (int i = 0; i < x.Length; i++)
            {
                x[i] -= x[i] * Gravity * rate;
                y[i] -= y[i] * Gravity * rate;
            }
        }
    }

    private void Pull(int a, int b, double rate)
    {
        double dx = x[a] - x[b];
        double dy = y[a] - y[b];
        double factor = -2 / (1 + (dx * dx) + (dy * dy));
        double stepX = Step(factor * dx) * rate;
        double stepY = Step(factor * dy) * rate;
        x[a] += stepX;
        y[a] += stepY;
        x[b] -= stepX;
        y[b] -= stepY;
    }

    private void Push(int a, int b, double rate)
    {
        double dx = x[a] - x[b];
        double dy = y[a] - y[b];
        double square = (dx * dx) + (dy * dy);
        double factor = a == b ? 0 : 2 / ((Nearest + square) * (1 + square));
        x[a] += Step(factor * dx) * rate;
        y[a] += Step(factor * dy) * rate;
    }

    private static double Step(double step) => Math.Clamp(step, -MaxStep, MaxStep);

    // Xorshift (Marsaglia 2003): the same numbers each time.
    private int Next()
    {
        _sequence ^= _sequence << 13;
        _sequence ^= _sequence >> 17;
        _sequence ^= _sequence << 5;
        return (int)(_sequence % (uint)x.Length);
    }
}
