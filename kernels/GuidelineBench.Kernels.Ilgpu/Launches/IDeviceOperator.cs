using ILGPU.Runtime;

namespace GuidelineBench.Kernels.Ilgpu.Launches;

/// <summary>One operator with its kernel compiled and its operands bound.</summary>
internal interface IDeviceOperator
{
    /// <summary>What was chosen for it, without space, asterisk or parenthesis, e.g. <c>128x64x8</c>.</summary>
    string Choice { get; }

    /// <summary>Starts it; returns before it is done. Allocates nothing, so that it can be called while launches are recorded.</summary>
    void Launch(AcceleratorStream stream);
}
