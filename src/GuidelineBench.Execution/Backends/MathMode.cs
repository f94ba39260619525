namespace GuidelineBench.Execution.Backends;

/// <summary>In which precision products are computed; maps and weights are FP32 in both.</summary>
public enum MathMode
{
    /// <summary>IEEE single precision.</summary>
    Fp32,

    /// <summary>Factors rounded to 10 bits of mantissa, summed in FP32, on tensor cores.</summary>
    Tf32,
}
