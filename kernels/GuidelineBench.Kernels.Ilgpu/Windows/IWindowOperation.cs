namespace GuidelineBench.Kernels.Ilgpu.Windows;

/// <summary>What is computed of the pixels under a window; a type parameter of the kernel.</summary>
internal interface IWindowOperation
{
    /// <summary>What pixels outside of the map count as.</summary>
    float Outside { get; }

    /// <summary>Reads what is the same for all pixels of a channel.</summary>
    void Begin(WindowArguments arguments, int channel);

    /// <param name="row">First row of input under the window; may be outside of the map.</param>
    /// <param name="column">First column of input under the window; may be outside of the map.</param>
    float Of(WindowArguments arguments, SharedRows rows, int row, int column);
}
