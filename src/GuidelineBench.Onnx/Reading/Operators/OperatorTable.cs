using System.Collections.Frozen;
using GuidelineBench.Onnx.Reading.Sketches;
using GuidelineBench.Onnx.Reading.Values;
using GuidelineBench.Onnx.Schema;

namespace GuidelineBench.Onnx.Reading.Operators;

/// <summary>What is understood of maps, by operator.</summary>
internal static class OperatorTable
{
    private static readonly FrozenDictionary<string, Func<NodeContext, MapValue>> Known = new Dictionary<string, Func<NodeContext, MapValue>>
    {
        ["Conv"] = WindowOperators.Convolution,
        ["MaxPool"] = WindowOperators.MaxPooling,
        ["AveragePool"] = WindowOperators.AveragePooling,
        ["GlobalAveragePool"] = MeanOperators.GlobalAveragePooling,
        ["ReduceMean"] = MeanOperators.ReduceMean,
        ["Gemm"] = ProductOperators.Gemm,
        ["MatMul"] = ProductOperators.MatMul,
        ["BatchNormalization"] = ChannelOperators.BatchNormalization,
        ["LRN"] = ChannelOperators.Neighbours,
        ["Relu"] = ActivationOperators.Relu,
        ["Clip"] = ActivationOperators.Clip,
        ["Max"] = ActivationOperators.Extreme,
        ["Min"] = ActivationOperators.Extreme,
        ["Sigmoid"] = ActivationOperators.SigmoidOf,
        ["HardSigmoid"] = ActivationOperators.HardSigmoidOf,
        ["HardSwish"] = ActivationOperators.HardSwishOf,
        ["Swish"] = ActivationOperators.Swish,
        ["Add"] = JoinOperators.Arithmetic,
        ["Sub"] = JoinOperators.Arithmetic,
        ["Mul"] = JoinOperators.Arithmetic,
        ["Div"] = JoinOperators.Arithmetic,
        ["Sum"] = JoinOperators.Sum,
        ["Concat"] = JoinOperators.Concatenation,
        ["Pad"] = PaddingOperators.Pad,
        ["Identity"] = context => context.Map(0),
        ["Dropout"] = Dropout,
        ["Cast"] = Cast,
        ["QuantizeLinear"] = Quantized,
        ["DequantizeLinear"] = Quantized,
        ["Softmax"] = End,
        ["LogSoftmax"] = End,
        ["ArgMax"] = End,
        ["TopK"] = End,
    }.ToFrozenDictionary();

    /// <summary>Element by element: their results are shaped as their inputs, whatever is computed.</summary>
    private static readonly FrozenSet<string> Elementwise =
    [
        "HardSwish", "Swish", "LeakyRelu", "PRelu", "Elu", "Celu", "Selu", "Gelu", "Mish", "Softplus", "Softsign", "Tanh", "ThresholdedRelu", "Erf", "Exp", "Log", "Sqrt", "Abs",
        "Neg", "Clip", "HardSigmoid", "Relu", "Pow", "InstanceNormalization", "LpNormalization", "LRN", "BatchNormalization",
    ];

    public static bool IsElementwise(string type) => Elementwise.Contains(type);

    /// <exception cref="RefusalException">The node is not understood.</exception>
    public static MapValue Read(NodeContext context) => Known.TryGetValue(context.Node.Type, out Func<NodeContext, MapValue>? read)
        ? read(context)
        : throw new RefusalException("no layer computes it");

    private static MapValue Dropout(NodeContext context)
    {
        if (context.Node.Opset >= 12 && context.Node.HasInput(2) && (context.Constant(2) is not { Count: 1 } training || training[0] != 0))
            throw new RefusalException("it is one of training");
        if (context.Node.Node.Output.Count > 1 && context.IsUsed(context.Node.Node.Output[1]))
            throw new RefusalException("its mask is used");
        return context.Map(0);
    }

    private static MapValue Cast(NodeContext context)
    {
        switch ((TensorProto.Types.DataType)context.Node.Int("to", 0))
        {
            case TensorProto.Types.DataType.Float:
                return context.Map(0);
            case TensorProto.Types.DataType.Float16 or TensorProto.Types.DataType.Bfloat16 or TensorProto.Types.DataType.Double:
                context.Notices.Add("casts between floating-point types are left out: everything is float32");
                return context.Map(0);
            default:
                throw new RefusalException("it casts a map to whole numbers");
        }
    }

    private static MapValue Quantized(NodeContext context)
    {
        context.Notices.Add("quantisation is left out: everything is float32");
        return context.Map(0);
    }

    private static MapValue End(NodeContext context)
    {
        MapValue value = context.Map(0);
        if (value.Pads != default)
            value.RequirePlain();
        context.Notices.Add($"{context.Node.Type} at the end is left out");
        return value with { IsBehindEnd = true };
    }
}
