using GuidelineBench.Execution.Threads;

namespace GuidelineBench.Kernels.Simd.Threads;

/// <summary>
/// Threads that run a plan's stages in step. The caller is thread 0. Workers are woken once for a whole forward pass
/// and meet at a spinning barrier between stages: an operator of the smallest cells takes 10 microseconds, less than
/// waking a sleeping thread. Nothing is allocated by a run.
/// </summary>
internal sealed class ForkJoinPool : IDisposable
{
    /// <summary>Turns of spinning, some 50 microseconds, before a waiting worker sleeps.</summary>
    private const int SpinsBeforeSleep = 2000;

    private readonly Thread[] workers;
    private readonly SemaphoreSlim wake = new(0);
    private readonly PaddedCounter generation = new(), arrived = new(), phase = new(), sleepers = new();
    private readonly WorkQueue queue;
    private IParallelWork? work;
    private int firstStage, endStage;
    private volatile bool stopping;

    public ForkJoinPool(int threads, CoreSet cores)
    {
        Threads = threads;
        queue = new WorkQueue(threads);
        workers = new Thread[threads - 1];
        for (int worker = 0; worker < workers.Length; worker++)
        {
            int thread = worker + 1;
            workers[worker] = new Thread(() => Work(thread, cores)) { IsBackground = true, Name = $"worker {thread}" };
            workers[worker].Start();
        }
    }

    public int Threads { get; }

    /// <summary>Runs all stages of the work.</summary>
    public void Run(IParallelWork parallelWork) => Run(parallelWork, 0, parallelWork.Stages);

    /// <summary>Runs the stages from <paramref name="first"/> up to, not including, <paramref name="end"/>.</summary>
    public void Run(IParallelWork parallelWork, int first, int end)
    {
        if (Threads == 1)
        {
            for (int stage = first; stage < end; stage++)
                parallelWork.Run(stage, 0, queue);
            return;
        }

        work = parallelWork;
        firstStage = first;
        endStage = end;
        Interlocked.Increment(ref generation.Value);
        int sleeping = Volatile.Read(ref sleepers.Value);
        if (sleeping > 0)
            wake.Release(sleeping);
        RunStages(parallelWork, first, end, thread: 0);
    }

    public void Dispose()
    {
        stopping = true;
        Interlocked.Increment(ref generation.Value);
        wake.Release(Threads);
        foreach (Thread worker in workers)
            worker.Join();
        wake.Dispose();
    }

    private void Work(int thread, CoreSet cores)
    {
        if (cores.IsPinned)
            CoreAffinity.PinCurrentThread(cores.Processors[thread]);
        for (int seen = 0; ;)
        {
            seen = WaitForWork(seen);
            if (stopping)
                return;
            RunStages(work!, firstStage, endStage, thread);
        }
    }

    private void RunStages(IParallelWork parallelWork, int first, int end, int thread)
    {
        for (int stage = first; stage < end; stage++)
        {
            parallelWork.Run(stage, thread, queue);
            Meet();
        }
    }

    /// <summary>A barrier: the last to arrive refills the queue and starts the next phase.</summary>
    private void Meet()
    {
        int current = Volatile.Read(ref phase.Value);
        if (Interlocked.Increment(ref arrived.Value) == Threads)
        {
            arrived.Value = 0;
            queue.Refill();
            Volatile.Write(ref phase.Value, current + 1);
            return;
        }

        for (int spins = 1; Volatile.Read(ref phase.Value) == current; spins++)
        {
            Thread.SpinWait(1);
            // Another process may hold the core that the last thread needs.
            if (spins % SpinsBeforeSleep == 0)
                Thread.Yield();
        }
    }

    private int WaitForWork(int seen)
    {
        int current;
        for (int spins = 0; (current = Volatile.Read(ref generation.Value)) == seen; spins++)
        {
            Thread.SpinWait(1);
            if (spins < SpinsBeforeSleep)
                continue;
            // Announced before the last look: work that came in between either is seen here or sees the announcement.
            Interlocked.Increment(ref sleepers.Value);
            if (Volatile.Read(ref generation.Value) == seen)
                wake.Wait();
            Interlocked.Decrement(ref sleepers.Value);
            spins = 0;
        }

        return current;
    }
}
