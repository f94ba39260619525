using GuidelineBench.Onnx.Schema;

namespace GuidelineBench.Onnx.Reading.Values;

/// <summary>A node's attributes, whether the file says their types or not.</summary>
/// <param name="Opset">Version of its operator set.</param>
internal sealed record NodeReader(NodeProto Node, int Opset)
{
    public string Type => Node.OpType;

    /// <summary>For messages; nodes need no name, and are called by their first value then.</summary>
    public string Name => Node.Name.Length > 0 ? Node.Name : Node.Output.FirstOrDefault(output => output.Length > 0) ?? "";

    public bool Has(string attribute) => Find(attribute) is not null;

    /// <summary>Whether an optional input is given.</summary>
    public bool HasInput(int index) => index < Node.Input.Count && Node.Input[index].Length > 0;

    public long Int(string attribute, long otherwise) => Find(attribute) is { } found ? found.I : otherwise;

    public float Float(string attribute, float otherwise) => Find(attribute) is { } found ? found.F : otherwise;

    public string Text(string attribute, string otherwise) => Find(attribute) is { } found ? found.S.ToStringUtf8() : otherwise;

    /// <returns>Null where there is none.</returns>
    public long[]? Ints(string attribute) => Find(attribute) is { } found ? [.. found.Ints] : null;

    public AttributeProto? Find(string attribute) => Node.Attribute.FirstOrDefault(candidate => candidate.Name == attribute);
}
