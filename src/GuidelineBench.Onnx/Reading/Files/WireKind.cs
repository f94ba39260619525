namespace GuidelineBench.Onnx.Reading.Files;

/// <summary>Messages of a file, and what their fields hold that are bounded.</summary>
internal enum WireKind
{
    /// <summary>Bounded by the file's length alone.</summary>
    Other,
    Name,
    Dimensions,
    Numbers,
    Model,
    OperatorSet,
    Entry,
    Graph,
    Node,
    Function,
    Attribute,
    ValueInfo,
    Type,
    TensorType,
    Shape,
    Dimension,
    Tensor,
    SparseTensor,
}
