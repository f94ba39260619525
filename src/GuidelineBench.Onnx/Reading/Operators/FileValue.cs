using GuidelineBench.Onnx.Reading.Sketches;
using GuidelineBench.Onnx.Reading.Values;

namespace GuidelineBench.Onnx.Reading.Operators;

/// <summary>What a name in the file stands for: a constant, or what is computed from the image; neither behind a node that was not understood.</summary>
internal readonly record struct FileValue(Constant? Constant, MapValue? Map)
{
    public bool IsUnknown => Constant is null && Map is null;
}
