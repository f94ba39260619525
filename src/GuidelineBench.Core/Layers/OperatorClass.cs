using System.Collections.Immutable;

namespace GuidelineBench.Core.Layers;

/// <summary>The classes into which the paper's Fig. 2 splits a network's run time.</summary>
public enum OperatorClass
{
    /// <summary>Convolutions with what is fused into them.</summary>
    Convolution,

    /// <summary>Input, output and copies: what only moves data.</summary>
    Data,

    /// <summary>Activations, sums, scalings and batch norms that are launched on their own.</summary>
    Elementwise,

    /// <summary>Channel split, shuffle and concatenation where they are launched on their own.</summary>
    Shuffle,

    /// <summary>Pooling, fully connected layers and normalisation across channels.</summary>
    Other,
}

/// <summary>Which class an operator is of, and what the classes are called.</summary>
public static class OperatorClasses
{
    /// <summary>In the order of the paper's Fig. 2.</summary>
    public static ImmutableArray<OperatorClass> All { get; } =
    [
        OperatorClass.Convolution, OperatorClass.Data, OperatorClass.Elementwise, OperatorClass.Shuffle, OperatorClass.Other,
    ];

    /// <summary>Strongest first: what an operator that computes several layers at once is called after.</summary>
    private static readonly OperatorClass[] Precedence =
    [
        OperatorClass.Convolution, OperatorClass.Other, OperatorClass.Elementwise, OperatorClass.Shuffle, OperatorClass.Data,
    ];

    /// <summary>The class's name in result files: conv, data, element-wise, shuffle or other, as in the paper's figure.</summary>
    public static string Label(this OperatorClass operatorClass) => operatorClass switch
    {
        OperatorClass.Convolution => "conv",
        OperatorClass.Data => "data",
        OperatorClass.Elementwise => "element-wise",
        OperatorClass.Shuffle => "shuffle",
        OperatorClass.Other => "other",
        _ => throw new ArgumentOutOfRangeException(nameof(operatorClass)),
    };

    /// <returns>The class of that label; null for a label of none.</returns>
    public static OperatorClass? Find(string label) => All.Cast<OperatorClass?>().FirstOrDefault(known => known!.Value.Label() == label);

    public static OperatorClass Of(Layer layer) => layer switch
    {
        Convolution => OperatorClass.Convolution,
        Activation or BatchNormalization or Sum or ChannelScaling => OperatorClass.Elementwise,
        ChannelSelection or Concatenation => OperatorClass.Shuffle,
        Input => OperatorClass.Data,
        _ => OperatorClass.Other,
    };

    /// <summary>
    /// The class of an operator that computes these layers in one launch: that of its strongest layer, so a convolution
    /// with a sum and a ReLU in its epilogue is a convolution.
    /// </summary>
    public static OperatorClass Of(IEnumerable<Layer> layers)
    {
        OperatorClass[] classes = [.. layers.Select(Of)];
        return Array.Find(Precedence, candidate => classes.Contains(candidate));
    }
}
