using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Buffers;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace GuidelineBench.Kernels.OnnxRuntime.Plans;

/// <summary>A map in memory of ours, aligned as our own kernels' maps are, that a session reads or writes.</summary>
internal sealed unsafe class BoundMap : IDisposable
{
    private static readonly AlignedAllocator Memory = new();

    private readonly nint address;
    private readonly int length;

    /// <param name="metadata">Of the session's input or output; all dimensions are known.</param>
    public BoundMap(KeyValuePair<string, NodeMetadata> metadata)
    {
        Name = metadata.Key;
        long[] shape = [.. metadata.Value.Dimensions.Select(dimension => (long)dimension)];
        length = checked((int)shape.Aggregate(1L, (product, dimension) => checked(product * dimension)));
        if (length <= 0)
            throw new PlanException($"ONNX Runtime does not know the shape of {Name}.");
        address = Memory.Allocate((long)length * sizeof(float));
        Value = OrtValue.CreateTensorValueWithData(OrtMemoryInfo.DefaultInstance, TensorElementType.Float, shape, address, (long)length * sizeof(float));
    }

    public string Name { get; }

    public OrtValue Value { get; }

    public Span<float> Values => new((void*)address, length);

    public void Dispose()
    {
        Value.Dispose();
        Memory.Free(address);
    }
}
