using GuidelineBench.Execution.Weights.Files;

namespace GuidelineBench.Execution.Weights.Naming;

/// <summary>The tensors of a batch norm, each [channel].</summary>
internal sealed record BatchNormTensors(ExpectedTensor Scale, ExpectedTensor Shift, ExpectedTensor Mean, ExpectedTensor Variance)
{
    public IEnumerable<ExpectedTensor> All => [Scale, Shift, Mean, Variance];

    public static BatchNormTensors Of(string module, int channels)
    {
        TensorShape shape = TensorShape.Of(channels);
        return new BatchNormTensors(
            new ExpectedTensor($"{module}.weight", shape),
            new ExpectedTensor($"{module}.bias", shape),
            new ExpectedTensor($"{module}.running_mean", shape),
            new ExpectedTensor($"{module}.running_var", shape));
    }
}
