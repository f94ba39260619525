namespace GuidelineBench.Benchmarks.Machines;

/// <summary>What is known about the state of a machine when a run starts.</summary>
/// <param name="Cores">Logical processors that the process may use.</param>
/// <param name="PhysicalCores">Physical cores under the logical processors that the threads may run on.</param>
/// <param name="Load">One-minute load average; null where unknown.</param>
/// <param name="Governor">Null where the system shows none.</param>
/// <param name="QuotaCores">Cores whose time the process may use; null without a quota.</param>
internal sealed record ConditionFacts(
    int Threads,
    int Cores,
    int PhysicalCores,
    double? Load,
    string? Governor,
    bool IsVirtual,
    bool OnBattery,
    double? QuotaCores = null);
