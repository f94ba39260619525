using CsCheck;
using GuidelineBench.Execution.Weights.Files;

namespace GuidelineBench.Execution.Tests.Weights.Files;

/// <summary>Tensors of no dimension to five, some of them empty, now and then one longer than what is read at once.</summary>
internal static class AnyTensor
{
    public static Gen<Tensor> Of(Gen<float> values) =>
        from dimensions in Gen.Frequency((30, Gen.Long[0, 4].Array[0, 5]), (1, Gen.Const(() => new[] { 70_000L })))
        let shape = TensorShape.Of(dimensions)
        from numbers in values.Array[(int)shape.Elements]
        select new Tensor(shape, numbers);
}
