namespace GuidelineBench.Execution.Threads;

/// <summary>The system's calls for the processors that the calling thread may run on: bit i of word j is processor 64 j + i.</summary>
internal interface IAffinityMasks
{
    /// <param name="mask">Receives the processors; the system refuses one that is shorter than its own.</param>
    /// <returns>0, or the number of an error.</returns>
    int Read(ulong[] mask);

    /// <param name="mask">Processors behind its end are not in it.</param>
    /// <returns>0, or the number of an error.</returns>
    int Write(ulong[] mask);
}
