namespace GuidelineBench.Execution.Devices;

/// <summary>
/// Work whose time shows a limit of a device. All of it runs on every thread of the set at once, with the vector
/// width of the kernels; the caller holds the clock.
/// </summary>
public interface ICeilingWork : IDisposable
{
    int Threads { get; }

    /// <summary>Independent chains of fused multiply-adds in registers.</summary>
    /// <returns>Multiply-adds done by all threads together.</returns>
    long MultiplyAdds(int repetitions);

    /// <summary>a[i] = b[i].</summary>
    /// <param name="bytesPerThread">Size of both arrays together, for each thread.</param>
    /// <returns>Bytes read and written by all threads together; a cache's own reads before writing are not counted.</returns>
    long Copy(long bytesPerThread, int repetitions);

    /// <summary>a[i] = b[i] + s c[i].</summary>
    /// <param name="bytesPerThread">Size of the three arrays together, for each thread.</param>
    /// <returns>Bytes read and written by all threads together; a cache's own reads before writing are not counted.</returns>
    long Triad(long bytesPerThread, int repetitions);

    /// <summary>Starts an operator that does nothing.</summary>
    /// <returns>Launches done.</returns>
    long EmptyLaunches(int repetitions);
}
