using GuidelineBench.Core.Layers;
using GuidelineBench.Onnx.Reading.Sketches;

namespace GuidelineBench.Onnx.Reading.Operators;

/// <summary>What is known of the sign of a map's values.</summary>
internal static class Signs
{
    public static bool IsNeverNegative(NetworkSketch sketch, int layer)
    {
        // Layers between are few; a chain of any length is walked once.
        var seen = new HashSet<int>();
        var left = new Stack<int>([layer]);
        while (left.TryPop(out int next))
        {
            if (!seen.Add(next))
                continue;
            switch (sketch[next].Layer)
            {
                case ReLU or ReLU6 or Sigmoid or HardSigmoid:
                    break;
                case MaxPooling or AveragePooling or GlobalAveragePooling or ChannelSelection or Concatenation or Sum:
                    foreach (int input in sketch[next].Inputs)
                        left.Push(input);
                    break;
                default:
                    return false;
            }
        }

        return true;
    }
}
