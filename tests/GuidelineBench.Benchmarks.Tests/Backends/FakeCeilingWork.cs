using GuidelineBench.Execution.Devices;

namespace GuidelineBench.Benchmarks.Tests.Backends;

/// <summary>Work that takes the same time for each repetition.</summary>
internal sealed class FakeCeilingWork(int threads, double milliseconds) : ICeilingWork
{
    private readonly Action repetition = Waiting.For(milliseconds);

    public int Threads => threads;

    public long MultiplyAdds(int repetitions) => Done(repetitions, 1000);

    public long Copy(long bytesPerThread, int repetitions) => Done(repetitions, bytesPerThread);

    public long Triad(long bytesPerThread, int repetitions) => Done(repetitions, 2 * bytesPerThread);

    public long EmptyLaunches(int repetitions) => Done(repetitions, 1);

    public void Dispose()
    {
    }

    private long Done(int repetitions, long each)
    {
        for (int done = 0; done < repetitions; done++)
            repetition();
        return repetitions * each;
    }
}
