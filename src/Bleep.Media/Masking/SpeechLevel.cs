using System.Numerics;

namespace Bleep.Media.Masking;

/// <summary>
/// Measures how loud the speech near a mask is. Sound is measured in short pieces; pieces that touch a mask do not count, so
/// nothing of what is hidden shapes the beep, and pauses do not count either.
/// </summary>
internal sealed class SpeechLevel
{
    /// <summary>RMS of the softest beep, full scale being one: -32 dB.</summary>
    public const double Softest = 0.0251;

    /// <summary>RMS of the loudest beep: -10 dB, so its peaks stay 7 dB below full scale.</summary>
    public const double Loudest = 0.316;

    private const double WhenUnknown = 0.1;
    private const double PiecesPerSecond = 50;
    private const int MeasuredRateHz = 8000;
    private const double SecondsBehind = 4;
    private const double SecondsAhead = 1;

    // Pieces this far below the loudest one nearby are pauses; below the floor there is no speech at all.
    private const double PausePower = 0.01;
    private const double FloorPower = 1e-6;

    private readonly SampleInterval[] _masks;
    private readonly int _channels;
    private readonly int[] _measured;
    private readonly int _pieceFrames;
    private readonly int _step;
    private readonly long _piecesBehind;
    private readonly long _piecesAhead;
    private readonly double[] _sums;
    private readonly List<double> _powers = [];
    private long _firstPiece;
    private long _frame;
    private int _nextMask;

    public SpeechLevel(SampleInterval[] masks, int sampleRateHz, int channels, int[] measured)
    {
        _masks = masks;
        _channels = channels;
        _measured = measured;
        _pieceFrames = Math.Max(1, (int)(sampleRateHz / PiecesPerSecond));
        // Every few frames tell as much about loudness as all of them; the step keeps it at the rate of a telephone.
        _step = Math.Max(1, sampleRateHz / MeasuredRateHz);
        _piecesBehind = (long)(SecondsBehind * PiecesPerSecond);
        _piecesAhead = (long)(SecondsAhead * PiecesPerSecond);
        _sums = new double[channels];
        LookaheadFrames = (int)((_piecesAhead + 1) * _pieceFrames);
    }

    /// <summary>Frames that must have been seen beyond a mask's start to measure on both sides of it.</summary>
    public int LookaheadFrames { get; }

    /// <summary>Frames seen so far.</summary>
    public long Seen => _frame;

    /// <summary>Takes in the next samples.</summary>
    /// <param name="interleaved">Whole frames.</param>
    /// <param name="fullScale">Value of the loudest sample.</param>
    public void See<T>(ReadOnlySpan<T> interleaved, double fullScale)
        where T : unmanaged, INumber<T>
    {
        while (!interleaved.IsEmpty)
        {
            long piece = _frame / _pieceFrames;
            int left = (int)(((piece + 1) * _pieceFrames) - _frame);
            int frames = Math.Min(left, interleaved.Length / _channels);
            if (IsNearMask(piece))
            {
                Sum(interleaved[..(frames * _channels)], fullScale);
            }
            _frame += frames;
            interleaved = interleaved[(frames * _channels)..];
            if (frames == left)
            {
                EndPiece(piece);
            }
        }
    }

    /// <summary>RMS of the beep for a mask, full scale being one.</summary>
    public double Near(SampleInterval mask)
    {
        long at = mask.Start / _pieceFrames;
        int from = (int)Math.Clamp(at - _piecesBehind - _firstPiece, 0, _powers.Count);
        int to = (int)Math.Clamp(at + _piecesAhead - _firstPiece, from, _powers.Count);
        var near = _powers.GetRange(from, to - from);
        double gate = Math.Max(FloorPower, near.Count == 0 ? 0 : near.Max() * PausePower);
        var speech = near.Where(power => power >= gate).ToList();
        return speech.Count == 0 ? WhenUnknown : Math.Clamp(Math.Sqrt(speech.Average()), Softest, Loudest);
    }

    /// <summary>Forgets what is too far behind a frame to matter any more.</summary>
    public void Forget(long beforeFrame)
    {
        long excess = (beforeFrame / _pieceFrames) - _piecesBehind - _firstPiece;
        // Rarely, so that moving the list's rest costs nothing.
        if (excess > 4 * _piecesBehind)
        {
            int count = (int)Math.Min(excess, _powers.Count);
            _powers.RemoveRange(0, count);
            _firstPiece += count;
        }
    }

    private void Sum<T>(ReadOnlySpan<T> interleaved, double fullScale)
        where T : unmanaged, INumber<T>
    {
        // The frames counted depend on their place in the recording alone, not on how it is cut into blocks.
        int first = (int)((_step - (_frame % _step)) % _step);
        foreach (int channel in _measured)
        {
            double sum = 0;
            for (int index = (first * _channels) + channel; index < interleaved.Length; index += _channels * _step)
            {
                double sample = double.CreateTruncating(interleaved[index]);
                sum += sample * sample;
            }
            _sums[channel] += sum * _step / (fullScale * fullScale);
        }
    }

    private void EndPiece(long piece)
    {
        // Voices on separate channels speak in turn: the louder channel is the speech.
        double power = TouchesMask(piece) ? -1 : _sums.Max() / _pieceFrames;
        _powers.Add(double.IsFinite(power) ? power : -1);
        Array.Clear(_sums);
    }

    private bool IsNearMask(long piece)
    {
        while (_nextMask < _masks.Length && _masks[_nextMask].End <= piece * _pieceFrames)
        {
            _nextMask++;
        }
        return WithinReach(_nextMask - 1, piece) || WithinReach(_nextMask, piece);
    }

    private bool WithinReach(int mask, long piece)
    {
        if (mask < 0 || mask >= _masks.Length)
        {
            return false;
        }
        long start = _masks[mask].Start / _pieceFrames;
        return piece >= start - _piecesBehind && piece <= start + _piecesAhead;
    }

    private bool TouchesMask(long piece)
    {
        long start = piece * _pieceFrames;
        long end = start + _pieceFrames;
        for (int mask = Math.Max(0, _nextMask - 1); mask < _masks.Length && _masks[mask].Start < end; mask++)
        {
            if (_masks[mask].End > start)
            {
                return true;
            }
        }
        return false;
    }
}
