namespace GuidelineBench.Execution.Weights;

/// <summary>Tensors in files of weights that are none.</summary>
internal static class IgnoredTensors
{
    /// <summary>How mmengine normalises images before the network: numbers of its own, and none of the network's.</summary>
    private const string Preprocessor = "data_preprocessor";

    /// <summary>PyTorch's counters of batches and of averaged networks, of different types in different versions, and a profiler's.</summary>
    private static readonly string[] Counters = ["num_batches_tracked", "n_averaged", "total_ops", "total_params"];

    public static bool IsCounter(string name) => Counters.Contains(name[(name.LastIndexOf('.') + 1)..]);

    /// <summary>Whether the images would have to be normalised with it, which the user is to be told.</summary>
    public static bool IsOfPreprocessor(string name) => name.Split('.')[..^1].Contains(Preprocessor);
}
