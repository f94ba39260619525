using GuidelineBench.Execution.Backends;

namespace GuidelineBench.Benchmarks.Tests.Backends;

/// <summary>Work that takes 0.1 ms for each repetition.</summary>
internal sealed class FakeCeilingWork(int threads) : ICeilingWork
{
    private static readonly Action Repetition = Spinning.For(Milliseconds: 0.1);

    public int Threads => threads;

    public long MultiplyAdds(int repetitions) => Done(repetitions, 1000);

    public long Copy(long bytesPerThread, int repetitions) => Done(repetitions, bytesPerThread);

    public long Triad(long bytesPerThread, int repetitions) => Done(repetitions, 2 * bytesPerThread);

    public long EmptyLaunches(int repetitions) => Done(repetitions, 1);

    public void Dispose()
    {
    }

    private static long Done(int repetitions, long each)
    {
        for (int repetition = 0; repetition < repetitions; repetition++)
            Repetition();
        return repetitions * each;
    }
}
