using System.Globalization;
using GuidelineBench.Execution.Backends;
using Microsoft.ML.OnnxRuntime;

namespace GuidelineBench.Kernels.OnnxRuntime.Engine;

/// <summary>A session's settings: those of a plan, and those that make engines comparable.</summary>
internal static class EngineOptions
{
    /// <summary>What is the same for all plans, for the result file.</summary>
    public const string Stated =
        "sequential execution, threads as stated, spinning inside a pass and none after it, memory arena and pattern, prepacked weights, denormals kept";

    /// <summary>Where the threads beside the caller are placed, from 1: the library pins its own alone.</summary>
    private const string Affinities = "session.intra_op_thread_affinities";

    /// <summary>Workers go on turning for a moment after a pass, on cores that the next cell is measured on.</summary>
    private const string StopSpinning = "session.force_spinning_stop", AllowSpinning = "session.intra_op.allow_spinning";

    private const string DisabledOptimizers = "optimization.disable_specified_optimizers", BlockedLayout = "NchwcTransformer";

    /// <exception cref="PlanException">The variant is unknown.</exception>
    public static SessionOptions Of(PlanOptions options, Provider provider)
    {
        string variant = options.Variant ?? EngineVariants.Usual;
        var session = new SessionOptions
        {
            IntraOpNumThreads = options.Threads,
            InterOpNumThreads = 1,
            ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR,
            GraphOptimizationLevel = variant switch
            {
                EngineVariants.Basic => GraphOptimizationLevel.ORT_ENABLE_BASIC,
                EngineVariants.Off => GraphOptimizationLevel.ORT_DISABLE_ALL,
                EngineVariants.Usual or EngineVariants.Plain or EngineVariants.NoSpin => GraphOptimizationLevel.ORT_ENABLE_ALL,
                _ => throw new PlanException($"unknown variant '{variant}' of ONNX Runtime; allowed: {string.Join(", ", EngineVariants.All)}"),
            },
        };
        session.AddSessionConfigEntry(StopSpinning, "1");
        if (variant == EngineVariants.Plain)
            session.AddSessionConfigEntry(DisabledOptimizers, BlockedLayout);
        if (variant == EngineVariants.NoSpin)
            session.AddSessionConfigEntry(AllowSpinning, "0");
        if (options is { Threads: > 1, Cores.IsPinned: true })
        {
            session.AddSessionConfigEntry(Affinities, string.Join(';', Enumerable.Range(1, options.Threads - 1)
                .Select(thread => (options.Cores.Processors[thread] + 1).ToString(CultureInfo.InvariantCulture))));
        }

        provider.Append(session, options);
        return session;
    }
}
