using GuidelineBench.Core.Results;

namespace GuidelineBench.Execution.Backends;

/// <summary>A backend that is somebody's inference engine: it brings its own kernels, optimises graphs by itself, and has a version.</summary>
public interface IEngineBackend : IBackend
{
    /// <summary>What computes inside it; null: the processor.</summary>
    string? Provider { get; }

    /// <summary>What it is, for the result file; loads the engine.</summary>
    /// <param name="folder">Where it may write about itself; nothing stays there.</param>
    /// <exception cref="PlanException">It cannot be used on this machine; the message is one line.</exception>
    EngineDescription Describe(string folder);

    /// <summary>The same engine from another library or by another provider.</summary>
    IEngineBackend With(EngineChoice choice);
}

/// <summary>Which library an engine is loaded from, and what computes inside it.</summary>
/// <param name="Library">File of the user's; null: the package's.</param>
/// <param name="Provider">Name of an execution provider; null: the processor's.</param>
public sealed record EngineChoice(string? Library, string? Provider)
{
    public static EngineChoice Default { get; } = new(null, null);
}
