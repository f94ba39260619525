namespace GuidelineBench.Onnx.Reading.Files;

/// <summary>Which field of a message holds what, by the numbers of <c>onnx.proto</c>.</summary>
internal static class WireSchema
{
    public static WireKind Field(WireKind message, int field) => (message, field) switch
    {
        (WireKind.Model, 7) => WireKind.Graph,
        (WireKind.Model, 8) => WireKind.OperatorSet,
        (WireKind.Model, 14) => WireKind.Entry,
        (WireKind.Model, 25) => WireKind.Function,
        (WireKind.Model, 2 or 3 or 4) => WireKind.Name,
        (WireKind.OperatorSet, 1) => WireKind.Name,
        (WireKind.Graph, 1) => WireKind.Node,
        (WireKind.Graph, 2) => WireKind.Name,
        (WireKind.Graph, 5) => WireKind.Tensor,
        (WireKind.Graph, 11 or 12 or 13) => WireKind.ValueInfo,
        (WireKind.Graph, 15) => WireKind.SparseTensor,
        (WireKind.Graph, 16) => WireKind.Entry,
        (WireKind.Node, 1 or 2 or 3 or 4 or 7 or 8) => WireKind.Name,
        (WireKind.Node, 5) => WireKind.Attribute,
        (WireKind.Node, 9) => WireKind.Entry,
        (WireKind.Function, 1 or 4 or 5 or 6 or 10 or 13) => WireKind.Name,
        (WireKind.Function, 7) => WireKind.Node,
        (WireKind.Function, 9) => WireKind.OperatorSet,
        (WireKind.Function, 11) => WireKind.Attribute,
        (WireKind.Function, 12) => WireKind.ValueInfo,
        (WireKind.Function, 14) => WireKind.Entry,
        (WireKind.Attribute, 1 or 21) => WireKind.Name,
        (WireKind.Attribute, 5 or 10) => WireKind.Tensor,
        (WireKind.Attribute, 6 or 11) => WireKind.Graph,
        (WireKind.Attribute, 7 or 8) => WireKind.Numbers,
        (WireKind.ValueInfo, 1) => WireKind.Name,
        (WireKind.ValueInfo, 2) => WireKind.Type,
        (WireKind.Type, 1) => WireKind.TensorType,
        (WireKind.TensorType, 2) => WireKind.Shape,
        (WireKind.Shape, 1) => WireKind.Dimension,
        (WireKind.Dimension, 2) => WireKind.Name,
        (WireKind.Tensor, 1) => WireKind.Dimensions,
        (WireKind.Tensor, 8) => WireKind.Name,
        (WireKind.Tensor, 13 or 16) => WireKind.Entry,
        (WireKind.SparseTensor, 1 or 2) => WireKind.Tensor,
        (WireKind.SparseTensor, 3) => WireKind.Dimensions,
        _ => WireKind.Other,
    };

    public static bool IsMessage(WireKind kind) => kind >= WireKind.Model;
}
