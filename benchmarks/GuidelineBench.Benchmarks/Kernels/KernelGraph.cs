using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;

namespace GuidelineBench.Benchmarks.Kernels;

/// <summary>
/// A kernel as a graph, so that the compiler of networks chooses how it is run. The last step of its plan is the kernel.
/// A kernel of several operands has steps before it that make them: the network's input alone, read several times,
/// would come from the cache where a network reads different maps.
/// </summary>
public static class KernelGraph
{
    public static Graph Of(KernelCase kernel)
    {
        var builder = new GraphBuilder(new MapShape(kernel.InputChannels, kernel.MapSize, kernel.MapSize));
        switch (kernel.Kind)
        {
            case KernelKind.Pointwise or KernelKind.GroupedPointwise:
                builder.Convolution(builder.Input, kernel.OutputChannels, kernelSize: 1, kernel.Groups);
                break;
            case KernelKind.Dense or KernelKind.Grouped or KernelKind.Depthwise:
                builder.Convolution(builder.Input, kernel.OutputChannels, kernelSize: 3, kernel.Groups);
                break;
            case KernelKind.SumOfTwo:
                builder.Sum(Maps(builder, 2));
                break;
            case KernelKind.SumOfFour:
                builder.Sum(Maps(builder, 4));
                break;
            case KernelKind.ReLU:
                builder.ReLU(builder.Input);
                break;
            case KernelKind.PointwiseSumReLU:
                int shortcut = builder.Convolution(builder.Input, kernel.OutputChannels);
                builder.ReLU(builder.Sum(builder.Convolution(builder.Input, kernel.OutputChannels), shortcut));
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(kernel), kernel.Kind, "There is no graph of this kernel.");
        }

        return builder.Build(kernel.ToString());
    }

    /// <returns>The input and others, no two of equal values.</returns>
    private static int[] Maps(GraphBuilder builder, int count)
    {
        List<int> maps = [builder.Input, builder.ReLU(builder.Input)];
        while (maps.Count < count)
            maps.Add(builder.Sum(builder.Input, maps[^1]));
        return [.. maps];
    }
}
